"""What a new build changed for what people ask, as messages: a section of a reindex's report, and the changes."""

from dataclasses import replace

from discord import ButtonStyle
from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.render.components import AnyItem, button, layout, place, row, text, turns
from bot.render.custom_ids import CompareBuilds
from bot.render.escaping import escaped
from bot.services.compare import KINDS, Change, Comparison, FirstAnswer

PAGE_CHANGES = 6
QUESTION_CHARS, ABOUT_CHARS, TEXT_CHARS = 120, 80, 160


def comparison_items(found: Comparison, words: Words) -> list[AnyItem]:
    """Return how many first answers changed, with the buttons that show them and that go back."""
    lines = [f"**{words('compare-heading')}**", *_counts(found, words)]
    show = CompareBuilds(before=found.before, after=found.after)
    back = CompareBuilds(act="back", before=found.before, after=found.after)
    buttons = row(
        (
            button(words("compare-button-show"), show, ButtonStyle.primary) if found.changes else None,
            button(words("compare-button-back"), back),
        )
    )
    items: list[AnyItem] = [Separator(), text("\n".join(lines))]
    return items if buttons is None else [*items, buttons]


def comparison_layout(found: Comparison, page: int, words: Words) -> LayoutView:
    """Return a page of the questions whose first answer changed, before and after; a page past the last is the last."""
    page, pages = place(len(found.changes), PAGE_CHANGES, page)
    items: list[AnyItem] = [text("\n".join([f"### {words('compare-heading')}", *_counts(found, words)]))]
    for change in found.changes[page * PAGE_CHANGES : (page + 1) * PAGE_CHANGES]:
        items += [Separator(), text(_change(change, words))]
    back = CompareBuilds(act="back", before=found.before, after=found.after)
    turned = turns(page, pages, lambda other: replace(back, act="turn", page=other), words)
    if pages > 1:
        items += [Separator(), text(f"-# {words('page', page=page + 1, pages=pages)}")]
    return layout(*items, row((*turned, button(words("compare-button-back"), back))))


def went_back_layout(press: CompareBuilds, words: Words) -> LayoutView:
    """Return that the build before serves, with the button that undoes it."""
    undo = CompareBuilds(act="back", before=press.after, after=press.before)
    return layout(
        text(words("compare-went-back", build=escaped(press.before, 60))),
        row((button(words("compare-button-forward"), undo),)),
    )


def _counts(found: Comparison, words: Words) -> list[str]:
    lines = [words("compare-asked", count=found.asked)]
    if found.changes:
        lines.append(words("compare-counts", **{kind: found.count(kind) for kind in KINDS}))
    elif found.asked and not found.hidden:
        lines.append(words("compare-same"))
    if found.hidden:
        lines.append(f"-# {words('compare-hidden', count=found.hidden)}")
    return lines


def _change(change: Change, words: Words) -> str:
    counted = f" × {change.times}" if change.times > 1 else ""
    return "\n".join(
        (
            f"**{escaped(change.question, QUESTION_CHARS)}**{counted} · {words(f'compare-{change.kind}')}",
            f"> {words('compare-before')}: {_side(change.before, words)}",
            f"> {words('compare-after')}: {_side(change.after, words)}",
        )
    )


def _side(answer: FirstAnswer | None, words: Words) -> str:
    """Return a first answer on one line."""
    if answer is None:
        return words("compare-nothing")
    about = f"**{escaped(answer.about, ABOUT_CHARS)}**"
    return f"{about} {escaped(answer.text, TEXT_CHARS)}" if answer.text else about
