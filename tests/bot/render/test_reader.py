"""An article to read: what of it is in bold."""

from bot.messages import words_in
from bot.render.custom_ids import ReadArticle
from bot.render.reader import reader_layout
from tests.bot.fakes import article
from tests.bot.render.checks import buttons, texts
from tests.bot.render.test_layouts import opened


def test_the_reader_opens_at_the_quoted_place() -> None:
    """The page that holds the quotation is shown first, with the quotation in bold."""
    text = "Filler words here.\n\n" * 300 + "The quoted one." + "\n\nMore words." * 200
    start = text.index("The quoted")
    press = ReadArticle(key="k" * 12, article_id="a1", places=((start, start + 15),))
    layout = reader_layout(opened(article(text=text)), press, words_in("en-US"))
    assert "**The quoted one.**" in texts(layout)
    assert buttons(layout) == ["Previous", "Next", "Original"]


def test_the_reader_marks_every_quoted_run() -> None:
    """What an answer quotes of a page is in bold, wherever it stands; the page is that of the first quotation."""
    text = "One stands here. Filler. " + "Two stands there." + " Filler." * 500 + " Three."
    spans = [(text.index(each), text.index(each) + len(each)) for each in ("Two stands", "One stands", "Three")]
    press = ReadArticle(key="k" * 12, article_id="a1", places=tuple(spans))
    shown = texts(reader_layout(opened(article(text=text)), press, words_in("en-US")))
    assert "**One stands** here. Filler. **Two stands** there." in shown
    assert "Three" not in shown


def test_a_page_that_is_quoted_whole_has_nothing_to_mark() -> None:
    """In a short article all of which was quoted, bold would say nothing."""
    text = "The pond has frogs.\n\nMira Quill counts them."
    quoted = [(0, 19), (21, len(text))]
    for spans, bold in ((quoted, False), (quoted[1:], True)):
        press = ReadArticle(key="k" * 12, article_id="a1", places=tuple(spans))
        shown = texts(reader_layout(opened(article(text=text)), press, words_in("en-US")))
        assert ("**Mira Quill counts them.**" in shown) is bold
        assert "Mira Quill counts them." in shown
