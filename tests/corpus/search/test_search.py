"""Which articles come first, beyond what their passages score."""

from pathlib import Path

import pytest

from corpus import Library, build_index


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("parking", "Parking downtown"),
        ("Park", "Hill Park opens"),
        ("dues", "The rowing club"),
        ("due", "Trains"),
        ("planting", "Volunteers"),
        ("plant 关了吗", "Steel"),
    ],
)
def test_a_word_as_typed_is_before_its_stem(tmp_path: Path, make_article, asked: str, first: str) -> None:
    """Words of one stem find each other's articles, their own first; what else a passage scores still counts."""
    texts = {
        "Hill Park opens": "The park on the hill opened. The park has two ponds, and a keeper lives beside its gate.",
        "Parking downtown": "Drivers asked for more parking near the market. Council decides on parking fees in May.",
        "Trains": "The train is due at nine. Rent is due on the first of the month, and the report is due soon.",
        "The rowing club": "Members pay dues once a year. The club raised its dues to forty pounds in spring.",
        "Steel": "The steel plant closed. The plant employed many, and the next plant is far away.",
        "Volunteers": "Planting began early this year. Volunteers did the planting by hand, in two rows.",
    }
    build_index([make_article(f"a{n}", title, text) for n, (title, text) in enumerate(texts.items())], tmp_path)
    with Library.open(tmp_path) as library:
        hits = library.search(asked).hits
        assert hits[0].article.title == first
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert library.search(asked, limit=1).hits[0].article.title == first
