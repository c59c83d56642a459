"""Where an office begins, and whose it is, in news. The names are made up."""

import pytest

from corpus.analysis.folding import fold
from corpus.results import Profile
from corpus.who.extraction import extract
from corpus.who.lookup import who

from .conftest import Stored


def stated(text: str) -> dict[str, list[str]]:
    """Return the roles by name."""
    return {name.form: [text[a:b] for a, b in name.roles] for name in extract(text, None, fold(text)).names}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("河口市科技创新委员会主任梁小生说，钱到了。", "梁小生", "河口市科技创新委员会主任"),
        ("宜河创新研究院院长梁小生说，钱够了。", "梁小生", "宜河创新研究院院长"),
        ("《河口》杂志主编林小河说，稿子很多。", "林小河", "《河口》杂志主编"),
        ("《河口》的资深编辑林小河说，稿子很多。", "林小河", "《河口》的资深编辑"),
        ("这是雅石创办人杨小远。", "杨小远", "雅石创办人"),
        ("画家胡小平女士和河口大学校长谭小贵来了。", "谭小贵", "河口大学校长"),
        ("作家萧小干先生及山城大学教授丘小桐来了。", "丘小桐", "山城大学教授"),
        ("星桥创始人老麦与博物馆主理人张小淼上台。", "张小淼", "博物馆主理人"),
        ("河口电器的CEO蒂姆 · 汉森说，卖完了。", "蒂姆 · 汉森", "河口电器的CEO"),
    ],
)
def test_an_office_is_whole_and_begins_with_its_body(text: str, name: str, role: str) -> None:
    """Innovation is part of a name, a work's title too; who stands before "and" is somebody else."""
    assert stated(text)[name] == [role]


@pytest.mark.parametrize(
    ("text", "query", "name"),
    [
        ("孟小舟卸任灯塔轮值董事长，由林厚山接任。", "灯塔的轮值董事长是谁", "林厚山"),
        ("林厚山将出任灯塔代理董事长。", "灯塔代理董事长是谁", "林厚山"),
        ("许小青接任云帆总裁。许小青此前是云帆副总裁。", "云帆的总裁", "许小青"),
    ],
)
def test_an_office_in_turn_is_an_office_of_the_company(stored: Stored, text: str, query: str, name: str) -> None:
    """And no part of its name."""
    found = who(stored(one=text), query)
    assert isinstance(found, Profile)
    assert found.name == name
