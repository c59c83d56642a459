"""The card of a person, organisation or product: names, roles, quotations, all of them the articles' own wording.

What must not live here: who was meant (:mod:`corpus.who.lookup`).
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import cast

from corpus.analysis.folding import fold
from corpus.article import Article
from corpus.index.store import Store
from corpus.results import (
    EVIDENCE_CHARS,
    EVIDENCE_PER_PROFILE,
    ROLE_CHARS,
    ROLES_PER_PROFILE,
    Evidence,
    Kind,
    Profile,
    Role,
    Span,
)
from corpus.segmentation import sentence_spans
from corpus.who.facts import RELATION
from corpus.who.keys import deed_key, name_key
from corpus.who.lexicon import BARE_TITLE, PAST, POST
from corpus.who.namesakes import may_be_several
from corpus.who.query import FOUNDER
from corpus.who.statements import events_of, facts_of

ARTICLES_SHOWN = 25
ALIASES_SHOWN = 12
RELATED_SHOWN = 6
_ARTICLES_QUOTED = 8  # quotations are looked for in the articles that name somebody most
_PLACES_READ = 200
_NEARBY_CHARS = 120
_WINDOW_CHARS = 400
_ASKED = 20.0  # worth more than all that is worth anything in a sentence otherwise
_BONDS = 2  # lines for somebody of whom no office is stated
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"))
_CLAUSE_END = re.compile("[,，;；:：、 ]")
_DEFINES = re.compile(
    r"\s?(?:[(（]|是|为|為|曾|(?:is|was) (?:an?|the)\b|, (?:an?|the|who|whose)\b"
    r"|[,，](?:他|她|其|现|現|曾|一[家位名个個款])"
    r"|.{0,6}(?:成立|创办|創辦|创立|創立|发布|發佈|推出|出生|毕业|畢業|担任|擔任|发明|發明|提出))"
)


def profile(store: Store, owner: int, asked: tuple[Iterable[str], str] = ((), "")) -> Profile:
    """Return the card of an owner of ``name_owner``; what says that an office is theirs is quoted first.

    ``asked`` are the keys of an office's titles, or of an epithet or deed, and of whose it is, where one was asked for.
    """
    connection = store.connection()
    name, kind = connection.execute("SELECT name, kind FROM name_owner WHERE id = ?", (owner,)).fetchone()
    query = "SELECT form FROM name_form WHERE owner = ? ORDER BY mentions DESC, form"
    forms = [form for (form,) in connection.execute(query, (owner,))]
    articles = _articles(store, owner)
    quotes = _quotes(connection, owner, islice(articles.items(), _ARTICLES_QUOTED), asked)
    return Profile(
        name=name,
        kind=cast("Kind", kind),
        aliases=tuple(form for form in forms if form != name)[:ALIASES_SHOWN],
        roles=_roles(connection, owner, articles) or (_bonds(connection, owner, articles) if kind == "person" else ()),
        evidence=_evidence(quotes),
        related=_related(connection, owner),
        articles=tuple(articles.values()),
        facts=facts_of(connection, owner, kind, articles),
        events=events_of(quotes),
        namesakes=kind == "person" and may_be_several(connection, owner, articles, (quote.text for quote, _ in quotes)),
    )


def hint(store: Store, owner: int) -> str | None:
    """Return a line that tells an owner from others of the name: a role, else the title of an article, marked so."""
    query = "SELECT text, titles, shown FROM name_statement WHERE owner = ? LIMIT ?"
    roles = store.connection().execute(query, (owner, _PLACES_READ)).fetchall()
    if roles:
        return str(min(roles, key=lambda role: (_rank(role[0], role[1]), bool(PAST.match(role[2]))))[2])
    titles = (article.title for article in _articles(store, owner, limit=1).values())
    return next((f"“{title}”" if title.isascii() else f"《{title}》" for title in titles), None)


def _articles(store: Store, owner: int, limit: int = ARTICLES_SHOWN) -> dict[int, Article]:
    """Return the articles that name an owner by their position, most mentions first."""
    rows = store.connection().execute(
        "SELECT article FROM name_mention WHERE owner = ? GROUP BY article ORDER BY count(*) DESC, article LIMIT ?",
        (owner, limit),
    )
    return {position: store.article_at(position) for (position,) in rows.fetchall()}


def _roles(connection: sqlite3.Connection, owner: int, articles: dict[int, Article]) -> tuple[Role, ...]:
    """Return what the articles state: offices of an organisation, else deeds, else bare titles; none twice.

    What holds comes before what is past, what several articles say before what one says.
    """
    query = "SELECT article, start, end, text, titles, shown FROM name_statement WHERE owner = ?"
    order = {number: position for position, number in enumerate(articles)}
    rows = [row for row in connection.execute(query, (owner,)) if row[0] in order]
    said = Counter(key for _, key in {(row[0], row[3]) for row in rows})
    found = [
        (_rank(key, titles), bool(PAST.match(shown)), -said[key], order[number], start, end, key, number)
        for number, start, end, key, titles, shown in rows
    ]
    found.sort()
    kept: list[tuple[str, Role]] = []
    for rank, _, _, _, start, end, key, number in found:
        if any(key in other or (other in key and len(other) > 4) for other, _ in kept):
            continue
        if rank > found[0][0] or (rank and len(kept) > 1):
            break
        kept.append((key, Role(text=articles[number].text[start:end], article=articles[number])))
    return tuple(role for _, role in kept[:ROLES_PER_PROFILE])


def _rank(key: str, titles: str) -> int:
    return 2 if BARE_TITLE.fullmatch(key) else 0 if titles or POST.search(key) else 1


def _bonds(connection: sqlite3.Connection, owner: int, articles: dict[int, Article]) -> tuple[Role, ...]:
    """Return what ties somebody of whom no office is stated to another person, in the clauses that name both."""
    query = (
        "SELECT a.article, a.start, a.end, max(m.end) FROM name_about a JOIN name_mention m ON m.owner = a.owner "
        "AND m.article = a.article AND m.start >= a.start AND m.end <= a.start + ? "
        "WHERE a.owner = ? AND a.kind = 'relation' GROUP BY a.article, a.start ORDER BY a.article, a.start LIMIT ?"
    )
    kept: dict[str, Role] = {}
    for number, start, end, named in connection.execute(query, (ROLE_CHARS, owner, _PLACES_READ)):
        if number in articles:
            text = articles[number].text
            cuts = [end, *(cut.start() for cut in _CLAUSE_END.finditer(text, named, end) if text[cut.start()] != " ")]
            last = max((cut for cut in cuts if cut - start <= ROLE_CHARS), default=start)
            if RELATION.search(fold(text[start:last]).text):
                kept.setdefault(name_key(text[start:last]), Role(text=text[start:last], article=articles[number]))
    return tuple(kept.values())[:_BONDS]


def _quotes(
    connection: sqlite3.Connection,
    owner: int,
    articles: Iterable[tuple[int, Article]],
    asked: tuple[Iterable[str], str],
) -> list[tuple[Evidence, Span]]:
    """Return the sentences that name an owner, with where: of an office asked for, then what says best who that is."""
    found: list[tuple[float, Evidence, Span]] = []
    titles, whose = set(asked[0]), asked[1]
    for number, article in articles:
        query = "SELECT start, titles || ' ' || text FROM name_statement WHERE owner = ? AND article = ?"
        roles = dict(connection.execute(query, (owner, number)))
        stated = [start for start, of in roles.items() if not titles.isdisjoint(map(deed_key, of.split()))]
        if FOUNDER in titles:
            query = "SELECT start FROM name_about WHERE owner = ? AND article = ? AND kind = 'founding'"
            stated += [start for (start,) in connection.execute(query, (owner, number))]
        query = "SELECT start, end FROM name_mention WHERE owner = ? AND article = ? ORDER BY start LIMIT ?"
        for nth, place in enumerate(connection.execute(query, (owner, number, _PLACES_READ))):
            first, last = _quotation(article.text, *place)
            worth = _worth(article.text, (first, last), place, roles) - 0.02 * nth
            if any(first <= start < last for start in stated):
                worth += _ASKED if whose in name_key(article.text[first:last]) else _ASKED / 2
            quote = Evidence(text=article.text[first:last], article=article, start=first, end=last)
            found.append((worth, quote, place))
    found.sort(key=lambda each: -each[0])
    return [(quote, place) for _, quote, place in found]


def _evidence(quotes: Iterable[tuple[Evidence, Span]]) -> tuple[Evidence, ...]:
    """Return up to three quotations, the best first; none repeats another."""
    chosen: dict[str, Evidence] = {}
    for quote, _ in quotes:
        key = name_key(quote.text)
        if len(chosen) < EVIDENCE_PER_PROFILE and not any(key in other or other in key for other in chosen):
            chosen[key] = quote
    return tuple(chosen.values())


def _quotation(text: str, start: int, end: int) -> Span:
    """Return the sentence around a name, or the part of it within 200 characters, cut between clauses."""
    low = max(0, start - _WINDOW_CHARS)
    window = text[low : end + _WINDOW_CHARS]
    first, last = next((low + a, low + b) for a, b in sentence_spans(window) if low + a <= start < low + b)
    first, last = _without_odd_quotes(text, first, max(last, end))
    if last - first <= EVIDENCE_CHARS:
        return first, last
    if start - first > EVIDENCE_CHARS // 3:
        cuts = [cut.end() + first for cut in _CLAUSE_END.finditer(text[first:start])]
        first = next((cut for cut in cuts if start - cut <= EVIDENCE_CHARS // 3), start)
    if last - first > EVIDENCE_CHARS:
        cuts = [cut.start() + end for cut in _CLAUSE_END.finditer(text[end : first + EVIDENCE_CHARS])]
        last = max(end, cuts[-1] if cuts else first + EVIDENCE_CHARS)
    return first, min(last, first + EVIDENCE_CHARS)


def _without_odd_quotes(text: str, first: int, last: int) -> Span:
    """Return the span without a quotation mark at its ends whose other half stands in another sentence."""
    for opening, closing in _QUOTES:
        odd = text.count(opening, first, last) - text.count(closing, first, last)
        if odd > 0 and text[first] == opening:
            first += 1
        elif odd < 0 and text[last - 1] == closing:
            last -= 1
    return first, last


def _worth(text: str, quote: Span, place: Span, roles: Iterable[int]) -> float:
    """Return how well a quotation says who somebody is: it defines, states a role, begins with the name."""
    first, last = quote
    length, begins = last - first, place[0] - first <= 4
    states = any(first <= role < last for role in roles)
    says = 2.0 * bool(_DEFINES.match(text, place[1], last)) + 2.0 * states + begins
    return says + (25 <= length <= 160) - (length < 12) - 2.0 * (text[last - 1] in "?？")


def _related(connection: sqlite3.Connection, owner: int) -> tuple[str, ...]:
    """Return the main names of the people who stand near somebody most often."""
    rows = connection.execute(
        "WITH near AS (SELECT article, start FROM name_mention WHERE owner = :owner LIMIT :read) "
        "SELECT o.name, count(*) AS times FROM near n JOIN name_place p ON p.article = n.article "
        "AND p.start BETWEEN n.start - :span AND n.start + :span "
        "JOIN name_form f ON f.id = p.form JOIN name_owner o ON o.id = f.owner "
        "WHERE o.id != :owner AND o.kind = 'person' GROUP BY o.id "
        "ORDER BY times DESC, o.mentions DESC, o.id LIMIT :shown",
        {"owner": owner, "read": _PLACES_READ, "span": _NEARBY_CHARS, "shown": RELATED_SHOWN},
    )
    return tuple(row[0] for row in rows)
