"""A small invented coast town in three languages, indexed once, and a way to index anything else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus import Aliases, Article
from corpus.index.builder import build_index
from corpus.index.store import Store
from tests.corpus.conftest import make_article

Stored = Callable[..., Store]

TOWN = {
    "gangkou": "潮汐科技创始人顾清河表示,新的水泵能用三十年。顾清河毕业于海州大学,曾任海州港务局副局长。\n\n"
    "工程师欧阳牧云认为旧泵没有问题。欧阳牧云江湖人称“老泵”,在港口工作了二十年。\n\n"
    "海州大学教授柏林娜·奥杜亚(Paulina Oduya)预测,明年的潮水更高。奥杜亚还说,潮汐科技需要更多数据。",
    "chaoshui": "據潮汐科技首席技術官秦望介紹,水閘已經完工。前市長秦朗批評了這項工程。顧清河說,工程沒有超支。",
    "harbour": "Marguerite Oduya, the chief executive of Tidewater Labs, said on Tuesday that the pumps would "
    "be replaced. "
    '"We waited too long," Oduya told reporters.\n\n'
    "Former mayor Colin Strand, who led the port from 1998, disagreed. Tidewater Labs was founded in 2011. "
    "The Brine-2 model predicts storms two days ahead.",
}


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stored]:
    """Return a function that indexes articles, or texts by id, and opens the store."""
    opened: list[Store] = []

    def store_of(*articles: Article, aliases: Aliases | None = None, **texts: str) -> Store:
        folder: Path = tmp_path_factory.mktemp("index")
        made = [*articles, *(make_article(name, text=text) for name, text in texts.items())]
        report = build_index(made, folder, aliases=aliases, engine="rank-bm25")
        opened.append(Store(folder / report.build))
        return opened[-1]

    yield store_of
    for store in opened:
        store.close()


@pytest.fixture(scope="session")
def town(stored: Stored) -> Store:
    """Return the store of the town's three articles."""
    return stored(**TOWN)
