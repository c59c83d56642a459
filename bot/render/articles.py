"""Changes of the articles as messages: what was uploaded, what is served, what was removed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from discord import ButtonStyle
from discord.ui import LayoutView

from bot.messages import Words
from bot.render.components import AnyButton, AnyItem, beside, button, facts, layout, more, page_number, row, text, turns
from bot.render.custom_ids import ManageArticles
from bot.render.escaping import escaped
from bot.render.reindex import refused_lines
from bot.services.article_changes import AliasChange, ArticlePage, Proposal, Removal
from bot.services.article_files import RemovedFiles
from bot.services.article_source import LOST, Source
from corpus import Aliases, Article

SHOWN = 10
PROPOSED = 6  # with their openings, which leave room for ten refusals
TITLE_CHARS = 90
NAME_CHARS = 60
OPENING_CHARS = 90
ALIASES, ALIAS_CHARS = 15, 100


def proposal_layout(proposal: Proposal, words: Words) -> LayoutView:
    """Return what uploaded files hold and which cannot be used, with the one button that adds them."""
    lines = [f"### {words('add-found', count=len(proposal.articles))}"]
    for article in proposal.articles[:PROPOSED]:
        about = " · ".join(filter(None, (facts(article), words("add-chars", count=len(article.text)))))
        lines += [
            f"**{escaped(article.title, TITLE_CHARS)}**",
            f"-# {about}",
            f"> {escaped(article.text, OPENING_CHARS)}",
        ]
    lines += more(len(proposal.articles), PROPOSED, words)
    lines += refused_lines(proposal.rejected, SHOWN, NAME_CHARS, words)
    if not proposal.articles:
        return layout(text(*lines))
    keep = ManageArticles(act="keep", subject=proposal.key)
    add = button(words("button-add", count=len(proposal.articles)), keep, ButtonStyle.primary)
    discard = button(words("button-discard"), replace(keep, act="discard"))
    return layout(text(*lines), row(add, discard))


def articles_layout(page: ArticlePage, words: Words) -> LayoutView:
    """Return a page of the articles, each of the operator's with the button that removes it."""
    heading = f"### {words('articles-heading', count=page.total)}"
    note = words("reindex-sample") if page.source == "sample" else lost_words(page.source, words)
    find = f"-# {words('articles-find')}" if page.pages > 1 else None
    items: list[AnyItem] = [text(heading, note, find)]
    for article in page.articles:
        press = ManageArticles(act="choose", subject=article.id)
        remove = button(words("button-remove"), press) if article.id in page.own else None
        items.append(beside(_entry(article), remove))
    buttons = turns(
        page.page, page.pages, lambda number: ManageArticles(act="list", subject=str(number)), words, ends=True
    )
    if page.removed:
        buttons.append(button(words("button-removed", count=page.removed), ManageArticles(act="removed")))
    return layout(*items, page_number(page.page, page.pages, words), row(*buttons))


def lost_words(source: Source, words: Words) -> str | None:
    """Return that the folder of the articles that answer is gone or empty, None where it is not."""
    return words("articles-lost", source=source) if source in LOST else None


def removal_layout(removal: Removal, words: Words) -> LayoutView:
    """Return what goes with an article, with the button that removes it all."""
    lines = [f"### {words('remove-heading', title=escaped(removal.article.title, TITLE_CHARS))}"]
    lines += [f"- {escaped(file, NAME_CHARS * 2)}" for file in removal.files[:SHOWN]]
    lines += more(len(removal.files), SHOWN, words)
    if removal.others:
        lines.append(f"**{words('remove-others', count=len(removal.others))}**")
        lines += [f"- {escaped(each.title, TITLE_CHARS)}" for each in removal.others[:SHOWN]]
        lines += more(len(removal.others), SHOWN, words)
        lines.append(words("remove-alone"))
    lines.append(words("remove-note"))
    press = ManageArticles(act="remove", subject=removal.article.id)
    return layout(text(*lines), row(button(words("button-remove"), press, ButtonStyle.danger), _back(words)))


def removed_layout(removed: Sequence[RemovedFiles], words: Words) -> LayoutView:
    """Return the last of what was taken out, each with the button that puts it back."""
    heading = words("removed-heading", count=len(removed)) if removed else words("removed-none")
    items: list[AnyItem] = [text(f"### {heading}")]
    for each in removed[:SHOWN]:
        titles = words("list-comma").join(escaped(title, TITLE_CHARS) for title in each.titles[:3])
        day = datetime.fromtimestamp(each.at, UTC).date().isoformat()
        files = " · ".join(escaped(origin, NAME_CHARS) for origin in each.origins[:2])
        press = ManageArticles(act="restore", subject=each.key)
        items.append(beside(f"**{titles or '…'}**\n-# {day} · {files}", button(words("button-restore"), press)))
    return layout(*items, row(_back(words)))


def _back(words: Words) -> AnyButton:
    return button(words("button-back"), ManageArticles(act="list", subject="0"))


def _entry(article: Article) -> str:
    about = " · ".join(filter(None, (facts(article), escaped(article.origin or "", NAME_CHARS))))
    return f"**{escaped(article.title, TITLE_CHARS)}**\n-# {about or '…'}"


def aliases_layout(aliases: Aliases, words: Words) -> LayoutView:
    """Return the names with their listed forms, as many as there is room for, and the lines that cannot be used."""
    lines = [f"### {words('aliases-heading', count=len(aliases.groups))}", f"-# {words('aliases-change')}"]
    for main, *forms in aliases.groups[:ALIASES]:
        listed = escaped(words("list-comma").join(forms), ALIAS_CHARS)
        lines.append(f"- **{escaped(main, NAME_CHARS)}** {listed}")
    lines += more(len(aliases.groups), ALIASES, words)
    for line, problem in aliases.problems[:SHOWN]:
        lines.append(f"- {words('aliases-problem', line=line)} {escaped(problem, NAME_CHARS)}")
    return layout(text(*lines, *more(len(aliases.problems), SHOWN, words)))


def alias_lines(change: AliasChange, words: Words) -> list[str]:
    """Return what became of the list of a name, a line for the forms of each fate."""
    name = f"**{escaped(change.name, NAME_CHARS)}**"
    lines = [
        words(f"aliases-{fate}", name=name, forms=escaped(words("list-comma").join(forms), ALIAS_CHARS))
        for fate, forms in change.fates.items()
    ]
    return lines if change.known else [*lines, words("aliases-unknown", name=name)]
