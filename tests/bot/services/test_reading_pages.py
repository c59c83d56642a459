"""Articles cut into pages."""

from hypothesis import given
from hypothesis import strategies as st

from bot.services.reading_pages import page_of, page_spans


@given(st.text(alphabet="ab 。.\n，", max_size=500), st.integers(1, 60))
def test_pages_cover_the_text_in_order_and_fit(text, page_chars) -> None:
    """Nothing of an article is lost or shown twice, and no page is too long."""
    spans = page_spans(text, page_chars)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(end - start <= page_chars for start, end in spans)


@given(st.text(min_size=1, max_size=300), st.data())
def test_the_page_of_a_place_holds_it(text, data) -> None:
    """A quotation is found on the page that opens for it."""
    spans = page_spans(text, 20)
    place = data.draw(st.integers(0, len(text) - 1))
    start, end = spans[page_of(spans, place)]
    assert start <= place < end


def test_a_page_ends_with_a_paragraph_if_one_ends_in_its_second_half() -> None:
    """Paragraph ends are better than sentence ends."""
    text = "One. Two three four.\n\nFive. Six seven eight nine ten."
    start, end = page_spans(text, 30)[0]
    assert text[start:end] == "One. Two three four.\n\n"


def test_a_page_ends_with_a_sentence_else() -> None:
    """Sentence ends are better than any other place."""
    text = "一二三四五六七八九十。一二三四五六七八九十。一二三四五六七八九十。"
    assert page_spans(text, 25) == ((0, 22), (22, 33))


def test_an_empty_text_has_one_empty_page() -> None:
    """A reader always has a page to show."""
    assert page_spans("") == ((0, 0),)
    assert page_of(((0, 0),), 99) == 0
