"""A review of what was asked, as messages: figures with a chart, and lists whose rows lead on."""

from dataclasses import replace
from datetime import date

from discord import ButtonStyle, MediaGalleryItem
from discord.ui import LayoutView, MediaGallery, Separator

from bot.messages import Words
from bot.render.components import AnyItem, button, layout, place, row, text, turns
from bot.render.custom_ids import ReviewLog
from bot.render.escaping import escaped
from bot.services.charting import Chart
from bot.services.review import LISTS, ListName, Review, ReviewRow

CHART_NAME = "questions.png"
PAGE_ROWS = 5
ROW_CHARS = 160


def review_layout(review: Review, words: Words, *, drawn: bool) -> LayoutView:
    """Return the figures of a review with a button for each list, and the chart if it is attached as CHART_NAME."""
    lines = _figures(review, words) if review.figures.questions else [words("review-none")]
    buttons = [
        button(words(f"review-{name}", count=review.count(name)), ReviewLog(days=review.days, list=name))
        for name in LISTS
        if review.lists[name]
    ]
    shown = text(f"### {words('review-heading', days=review.days)}", *lines)
    return layout(shown, _picture(review, words) if drawn else None, row(*buttons))


def _figures(review: Review, words: Words) -> list[str]:
    """Return a line for each figure there is."""
    figures, hidden = review.figures, review.hidden["top"]
    served = figures.questions - figures.refused
    lines = [words("review-questions", questions=figures.questions, people=figures.people)]
    if figures.refused:
        lines.append(words("review-refused", count=figures.refused))
    if served:
        share = round(100 * figures.answered / served)
        lines.append(words("review-answered", answered=figures.answered, percent=share))
    if figures.median_ms is not None and figures.p95_ms is not None:
        lines.append(words("review-latency", median=round(figures.median_ms), p95=round(figures.p95_ms)))
    if figures.helpful or figures.not_helpful:
        lines.append(words("review-judged", helpful=figures.helpful, unhelpful=figures.not_helpful))
    if hidden:
        lines.append(f"-# {words('review-hidden', count=hidden)} {words('review-hidden-how')}")
    return lines


def review_chart(review: Review, words: Words) -> Chart | None:
    """Return what the chart of a review shows, None where nothing was asked that could be answered."""
    days = review.figures.days
    if not any(day.questions for day in days):
        return None
    return Chart(
        title=words("review-chart"),
        across=words("review-chart-across"),
        up=words("review-chart-up"),
        answered=words("review-chart-answered"),
        unanswered=words("review-chart-unanswered"),
        bars=tuple((_day(day.date, words), day.answered, day.questions - day.answered) for day in days),
    )


def _picture(review: Review, words: Words) -> AnyItem:
    """Return the picture with a description for who cannot see it."""
    days = review.figures.days
    busiest = max(days, key=lambda day: day.questions)
    description = words(
        "review-chart-description",
        first=_day(days[0].date, words),
        last=_day(days[-1].date, words),
        questions=sum(day.questions for day in days),
        answered=sum(day.answered for day in days),
        busiest=_day(busiest.date, words),
        most=busiest.questions,
    )
    return MediaGallery(MediaGalleryItem(f"attachment://{CHART_NAME}", description=description))


def _day(iso: str, words: Words) -> str:
    day = date.fromisoformat(iso)
    return words("review-day", month=day.month, day=day.day)


def list_layout(review: Review, name: ListName, page: int, words: Words) -> LayoutView:
    """Return a page of a list; a page past the last is the last."""
    rows, hidden = review.lists[name], review.hidden.get(name, 0)
    page, pages = place(len(rows), PAGE_ROWS, page)
    heading = text(f"### {words(f'review-{name}', count=review.count(name))}", words(f"review-{name}-why"))
    items: list[AnyItem | None] = [heading]
    for each in rows[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]:
        press = ReviewLog(days=review.days, list=name, page=page, subject=each.article_id or str(each.query_id))
        items += [Separator(), _row(each), _acts(each, press, words)]
    last = []
    if hidden:
        last.append(words("review-hidden", count=hidden))
    if pages > 1:
        last.append(words("page", page=page + 1, pages=pages))
    back = button(words("button-back"), ReviewLog(days=review.days))
    turned = turns(page, pages, lambda other: ReviewLog(days=review.days, list=name, page=other), words)
    return layout(*items, Separator(), text(f"-# {' · '.join(last)}") if last else None, row(back, *turned))


def _row(one: ReviewRow) -> AnyItem:
    counted = f" × {one.times}" if one.times > 1 else ""
    sentences = (f"> {escaped(sentence, ROW_CHARS)}" for sentence in one.sentences)
    return text(f"**{escaped(one.text, ROW_CHARS)}**{counted}", *sentences)


def _acts(one: ReviewRow, press: ReviewLog, words: Words) -> AnyItem | None:
    """Return what can be done about a row."""
    again = words("button-read" if one.article_id else "review-button-run")
    return row(
        button(again, replace(press, act="read" if one.article_id else "run"), ButtonStyle.primary),
        button(words("review-button-alias"), replace(press, act="alias")) if press.list == "unknown" else None,
        button(words("review-button-done"), replace(press, act="done", subject=one.key))
        if press.list != "top"
        else None,
    )
