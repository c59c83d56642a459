"""A source or an author that a question names counts for its articles, and is not said to be in none."""

from collections.abc import Callable

import pytest

from corpus import Article, Library, build_index

_TEXTS = {
    "refund": ("会员规则", "平台退费要在七天内申请，退费走原路。", "漫游周报", None),
    "play": ("陪玩怎么办理", "用户申请退费后由客服审核，三天到账。", "约玩平台", None),
    "card": ("新显卡评测", "这张显卡评测得分很高，显卡的风扇也安静。", "硬件志", "王芳"),
    "second": ("入门款怎么选", "两张显卡放在一起，评测用了一周。", "硬件志", "李明"),
    "chip": ("园区开工", "科技公司投资芯片工厂，科技园区开工。", "山城晚报", None),
    "daily": ("工厂停电", "芯片工厂停电一天。", "科技日报", None),
    "bridge": (
        "The bridge",
        "The bridge over the harbour opens. The bridge is long, and a market stands by the bridge.",
        "Town",
        "A B",
    ),
    "news": ("Repairs", "Workers painted the bridge last month.", "Harbour Weekly", None),
    "light": ("Light in nature", "The nature of light puzzled many. Light bends in water.", "Physics Desk", None),
    "lamp": ("A lamp", "The lamp gives light.", "Nature", None),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, make_article: Callable[..., Article]):
    """Return the library of articles of which others say more of what is asked than those of whom it is asked."""
    folder = tmp_path_factory.mktemp("index")
    build_index(
        [make_article(key, title, text, source=of, author=by) for key, (title, text, of, by) in _TEXTS.items()], folder
    )
    with Library.open(folder) as library:
        yield library


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("退费", "refund"),
        ("退費 约玩", "play"),
        ("退费约玩平台", "play"),
        ("显卡 评测", "card"),
        ("李明 显卡 评测", "second"),
        ("bridge", "bridge"),
        ("harbour weekly bridge", "news"),
        ("科技 芯片", "chip"),
        ("科技日报 芯片", "daily"),
        ("nature of light", "light"),
    ],
)
def test_a_source_or_an_author_counts(library: Library, asked: str, first: str) -> None:
    """What no other article says names its source or author; a name that is a common word is not asked for by it."""
    assert library.search(asked).hits[0].article.id == first


@pytest.mark.parametrize(
    ("asked", "missing"),
    [("退费 约玩", ()), ("李明 显卡", ()), ("Weekly bridge", ()), ("own bridge", ("own",)), ("张华 显卡", ("张华",))],
)
def test_a_name_is_not_missing(library: Library, asked: str, missing: tuple[str, ...]) -> None:
    """The name of a source or an author, or a word of it, is not told as one that stands in no article."""
    assert library.search(asked).missing == missing
