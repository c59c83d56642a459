"""What a build keeps of two languages: of what it holds itself, and no more."""

from pathlib import Path

from corpus import Article, build_index
from corpus.index.store import Store
from corpus.index.translations import MOST_FORMS


def test_words_of_the_articles_alone_are_kept(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """A word of either language has the words of the other that stand in articles; a build in parts keeps the same."""
    build_index(articles[:2], tmp_path / "parts")
    stores = [
        Store(folder / build_index(articles, folder).build) for folder in (tmp_path / "whole", tmp_path / "parts")
    ]
    kept = [dict(store.connection().execute("SELECT word, forms FROM translations")) for store in stores]
    assert kept[0] == kept[1]
    assert kept[0]["lighthous"] == "灯塔"
    assert kept[0]["农民"] == "farmer"
    assert "bank" not in kept[0]
    assert "银行" not in kept[0]
    assert stores[0].translations(["lighthous", "bank"]) == {"lighthous": ["灯塔"]}
    for store in stores:
        store.close()


def test_forms_of_a_word_are_few(tmp_path: Path, make_article) -> None:
    """Of many that may say the same, so many are kept."""
    text = "建造 建立 打造 建设 创建 创造 修建 搭建 兴建 营造 构筑 修筑 筑 造 盖。"
    store = Store(tmp_path / build_index([make_article("one", text=text)], tmp_path).build)
    assert len(store.translations(["build"])["build"]) == MOST_FORMS
    store.close()


def test_a_character_within_words_stands_in_where_no_word_does(tmp_path: Path, make_article) -> None:
    """An English word that no word of the articles says is looked for within longer ones; otherwise it is not."""
    store = Store(tmp_path / build_index([make_article("one", text="恐龙在海滩上睡觉。")], tmp_path).build)
    assert store.translations(["dragon"]) == {"dragon": ["龙"]}
    assert "滩" not in store.translations(["beach"])["beach"]
    store.close()
