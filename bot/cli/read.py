"""`footnote read`: what a folder's files give, and what is cut from them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
from rich.text import Text

from bot.cli.exit_codes import ExitCode
from bot.cli.json_output import Json, article_entry, plain
from bot.cli.layout import byline
from bot.cli.reindex import refused_lines
from bot.cli.session import json_option, terminal_words
from bot.cli.terminal import one_line, say, show, write_json, write_lines
from bot.messages import Words
from corpus import Rejected
from corpus.reading.document import Document
from corpus.reading.folder import iter_documents


@click.command("read")
@click.argument("folder", type=click.Path(readable=False, path_type=Path))
@click.option("--diff", is_flag=True)
@json_option
def command(folder: Path, *, diff: bool, as_json: bool) -> ExitCode:
    """Answer with what a folder gives, and change nothing."""
    words = terminal_words()
    items = (item if isinstance(item, Rejected) else item.document for item in iter_documents(folder))
    if as_json:
        value = _as_json(items, diff=diff)
        write_json(value)
        return ExitCode.DONE if value["articles"] else ExitCode.NOTHING_FOUND
    articles, rejected, file = 0, [], ""
    for item in items:
        if isinstance(item, Rejected):
            rejected.append(item)
            continue
        origin = item.article.origin.split("#", 1)[0]  # of several articles in a file each has a number
        if origin != file:
            show(Text(one_line(origin), style="bold"))
        file = origin
        articles += 1
        show(*_lines(item, words, diff=diff))
    write_lines(refused_lines(rejected, words))
    if articles:
        show(Text(words("articles-heading", count=articles), style="bold"))
    else:
        say(words("cli-read-none", folder=str(folder)))
    return ExitCode.DONE if articles else ExitCode.NOTHING_FOUND


def _lines(document: Document, words: Words, *, diff: bool) -> Iterator[Text]:
    """Yield an article's title, what it says of itself, and what was cut, each rule with its count."""
    article = document.article
    size = words("add-chars", count=len(article.text))
    yield Text.assemble("  ", one_line(article.title))
    yield Text.assemble("  ", byline(article), (f" · {article.language} · {size}", "dim"))
    for rule, times in Counter(cut.rule for cut in document.cuts).items():
        yield Text(f"  - {words('rule-' + rule.replace('_', '-'))}: {times}")
        if diff:
            yield from (Text(f"      {one_line(cut.text)}", style="dim") for cut in document.cuts if cut.rule == rule)


def _as_json(items: Iterator[Document | Rejected], *, diff: bool) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {"articles": [], "rejected": []}
    for item in items:
        if isinstance(item, Rejected):
            found["rejected"].append(plain(item))
        else:
            found["articles"].append(_entry(item, diff=diff))
    return found


def _entry(document: Document, *, diff: bool) -> Json:
    article = document.article
    said = {name: plain(getattr(article, name)) for name in ("author", "source", "published", "url", "language")}
    cuts: Json = plain(document.cuts) if diff else {**Counter(cut.rule for cut in document.cuts)}
    return article_entry(article) | said | {"chars": len(article.text), "cuts": cuts}
