"""Trees of HTML to paragraphs."""

import pytest

from corpus.reading.markup import html_tree, paragraphs


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<p>The harbour\n  lay <b>still</b>\nat noon.</p><p>海边的\n小镇</p>",
            ["The harbour lay still at noon.", "海边的小镇"],
        ),
        ("<ul><li>nets<ul><li>old</ul><li><p>lamps</p></ul>after", ["- nets\n- old\n- lamps", "after"]),
        ("<ol start=3><li>nets<li>lamps</ol><ol start=x><li>rope</ol>", ["3. nets\n4. lamps", "1. rope"]),
        ("<table><tr><td>day<br>one<td><p>3.2</p><tr><td><td>low</table>", ["day one | 3.2\n | low"]),
        ("<pre>a = 1\n\n  b = 2\n</pre><p>use <code>a</code></p>", ["a = 1\n  b = 2", "use a"]),
        ("one<br><br>two<style>p {}</style><ruby>灯<rt>dēng</rt></ruby>", ["one", "two灯"]),
        ("<dl><dt>net<dd>what fish are caught in</dl>", ["net", "what fish are caught in"]),
    ],
)
def test_what_each_element_becomes(page: str, expected: list[str]) -> None:
    """A line of the source ends nothing; items, rows and code are lines; nothing unseen is shown."""
    assert paragraphs(html_tree(page).find("body")) == expected


def test_what_begins_at_an_element_stands_before_its_paragraphs() -> None:
    """A paragraph under way is ended by it."""
    body = html_tree("<p>one</p>two<i id=a>three</i>").find("body")
    assert paragraphs(body, lambda element: element.get("id")) == ["one", "two", "a", "three"]


@pytest.mark.parametrize("page", ["", "<!-- nothing -->", "\n"])
def test_a_page_of_nothing_has_no_body(page: str) -> None:
    """And is no fault."""
    assert html_tree(page).find("body") is None
