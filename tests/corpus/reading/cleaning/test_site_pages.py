"""Pages of many sites: what is cut of them, and that nothing of the articles in them is."""

import pytest

from corpus.reading.cleaning import clean_lines, clean_text
from corpus.reading.document import Document, read_documents
from tests.corpus.reading.cleaning.site_pages import Own, articles, folded, measure

MAX_LOST_VERSES = 0.01
ARTICLES = list(articles())


@pytest.mark.parametrize(("half", "clean", "cut"), [("looked_at", 0.6, 0.95), ("measured", 0.12, 0.85)])
def test_pages_of_many_sites(half: str, clean: float, cut: float) -> None:
    """Most lines go, every sentence stays; without sentences a verse among lines of a site may go, rarely."""
    found = measure(half)
    assert [line for genre, line in found.lost if genre != "poem"] == []
    assert len(found.lost) <= MAX_LOST_VERSES * found.pages
    assert found.clean >= clean * found.pages
    assert found.titles >= 0.84 * found.pages
    assert found.noise - found.left >= cut * found.noise


@pytest.mark.parametrize("own", ARTICLES, ids=[f"{own.script}-{own.genre}" for own in ARTICLES])
def test_an_article_of_any_genre_is_not_changed(own: Own) -> None:
    """Speakers, recipes, verse, names, code, subheads and an article about banners: there is nothing to cut."""
    lines = [own.said["title"], *own.lines]
    assert clean_text("\n".join(lines))[1] == ()
    assert clean_lines(lines).cuts == ()
    (found,) = read_documents("\n\n".join(lines).encode(), "page.txt", ".txt")
    assert isinstance(found, Document)
    assert folded(found.article.title + found.article.text) == folded("".join(lines))
