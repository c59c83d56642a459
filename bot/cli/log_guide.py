"""What every column of the log means, and the questions that are usually put to it: what Datasette shows around it.

What must not live here: how the log is copied and served.
"""

from textwrap import dedent
from typing import Any

COLUMNS = {
    "queries": {
        "id": "Snowflake of the interaction or message; it holds the time as well.",
        "asked_at_ms": "When it was asked, in milliseconds since 1970 (UTC).",
        "kind": "search, who or summary.",
        "way_in": "command, button, modal, mention or direct_message.",
        "server_id": "The server it was asked in; empty in a direct message.",
        "channel_id": "The channel it was asked in.",
        "user_key": "Who asked, as LOG_USERS keeps it: a keyed hash, the user id, or nothing.",
        "locale": "The language of the asker's Discord; empty for messages.",
        "language": "The language of the answer.",
        "text": "What was asked. Empty where reviewers may only count, and for people who are not served.",
        "filter_source": "The source that the answer was restricted to.",
        "filter_author": "The author that the answer was restricted to.",
        "filter_language": "The language of articles that the answer was restricted to.",
        "filter_after": "The earliest date of articles that the answer was restricted to.",
        "filter_before": "The latest date of articles that the answer was restricted to.",
        "private": "1 where the answer was for the asker's eyes alone.",
        "outcome": "answered, nothing, choices (several names fitted), refused or error.",
        "hits": "The articles of the answer as JSON: [[id, score], ...], best first; score 0 where none is reckoned.",
        "latency_ms": "How long the answer took, in milliseconds.",
        "build": "The index build that answered.",
        "error": "The class of the error, where there was one.",
    },
    "events": {
        "id": "Snowflake of the press's own interaction.",
        "query_id": "The question whose answer was pressed on.",
        "at_ms": "When, in milliseconds since 1970 (UTC).",
        "kind": "opened, paged, helpful, not_helpful, shared, or suggestion (one was taken).",
        "user_key": "Who pressed, kept as in queries.",
        "article_id": "The article that was opened or paged.",
        "sentence": "What somebody said of an answer that did not help.",
    },
}
_TABLES = {"queries": "Each row is a question.", "events": "Each row is a press on an answer."}
_QUERIES = {
    "no_result": (
        "Questions without a result",
        """
        SELECT text, kind, count(*) AS times, datetime(max(asked_at_ms) / 1000, 'unixepoch') AS last
        FROM queries WHERE outcome = 'nothing' AND text != '' GROUP BY text, kind ORDER BY times DESC, last DESC
        """,
    ),
    "most_asked": (
        "What is asked most",
        """
        SELECT text, kind, count(*) AS times, count(DISTINCT user_key) AS people
        FROM queries WHERE text != '' GROUP BY text, kind ORDER BY times DESC
        """,
    ),
    "not_helpful": (
        "Answers that did not help, and what people said",
        """
        SELECT datetime(e.at_ms / 1000, 'unixepoch') AS at, q.text, e.sentence, q.hits
        FROM events e JOIN queries q ON q.id = e.query_id WHERE e.kind = 'not_helpful' ORDER BY e.at_ms DESC
        """,
    ),
    "unknown_names": (
        "Names that are asked for and not known",
        """
        SELECT text AS name, count(*) AS times FROM queries
        WHERE kind = 'who' AND outcome = 'nothing' AND text != '' GROUP BY text ORDER BY times DESC
        """,
    ),
    "days": (
        "Questions, people and answers a day",
        """
        SELECT date(asked_at_ms / 1000, 'unixepoch') AS day, count(*) AS questions,
            count(DISTINCT user_key) AS people, round(avg(latency_ms), 1) AS mean_ms,
            round(100.0 * avg(outcome IN ('answered', 'choices')), 1) AS answered_percent
        FROM queries WHERE outcome != 'refused' GROUP BY day ORDER BY day DESC
        """,
    ),
    "articles_found": (
        "How often each article was found, and how often it was opened",
        """
        WITH named AS (
            SELECT json_extract(hit.value, '$[0]') AS article, count(*) AS found
            FROM queries, json_each(hits) AS hit GROUP BY article
        ), read AS (SELECT article_id, count(*) AS opened FROM events WHERE kind = 'opened' GROUP BY article_id)
        SELECT article, found, coalesce(opened, 0) AS opened
        FROM named LEFT JOIN read ON article_id = article ORDER BY found DESC
        """,
    ),
    "errors": (
        "What went wrong",
        """
        SELECT error, count(*) AS times, datetime(max(asked_at_ms) / 1000, 'unixepoch') AS last
        FROM queries WHERE error IS NOT NULL GROUP BY error ORDER BY times DESC
        """,
    ),
}


def guide() -> dict[str, Any]:
    """Return Datasette's metadata; nobody but its root user, who holds the printed address, may see anything."""
    tables = {name: {"description": about, "columns": COLUMNS[name]} for name, about in _TABLES.items()}
    queries = {name: {"title": title, "sql": dedent(sql).strip()} for name, (title, sql) in _QUERIES.items()}
    return {
        "title": "Footnote: what was asked",
        "description": "A copy of the query log, removed when this ends.",
        "allow": {"id": "root"},
        "databases": {"footnote": {"tables": tables, "queries": queries}},
    }
