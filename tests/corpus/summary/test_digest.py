"""What several articles say on a topic."""

from collections.abc import Callable

from corpus import Article, Hit, Summary
from corpus.index.store import Store
from corpus.summary import digest
from tests.corpus.conftest import make_article

StoreOf = Callable[..., Store]
SAME = "海州的潮汐发电机每天发电两百度。"
ARTICLES = (
    make_article("undated", text=f"{SAME}面包店星期三休息一整天。潮汐发电需要每个月检修一次。"),
    make_article("late", text=f"{SAME}市政府决定明年扩建潮汐发电站。", published="2024-05-01"),
    make_article("early", text="潮汐发电站的第一期工程昨天完工。面包店涨价了三成左右。", published="2023-11"),
)


def digested(store_of: StoreOf, articles: tuple[Article, ...], topic: str, max_chars: int) -> Summary:
    hits = [Hit(article=article, snippets=(), score=1.0) for article in articles]
    return digest(store_of(*articles), hits, topic, max_chars)


def test_each_statement_once_by_date(store_of: StoreOf) -> None:
    """On the topic alone, no statement twice, the earliest article first and the one without a date last."""
    summary = digested(store_of, ARTICLES, "潮汐发电", 600)
    said = [sentence.text for sentence in summary.sentences]
    assert said.count(SAME) == 1
    assert not any("面包店" in text for text in said)
    assert [article.id for article in summary.articles] == ["early", "late", "undated"]
    assert summary.source_chars == sum(len(article.text) for article in summary.articles)


def test_several_articles_are_heard(store_of: StoreOf) -> None:
    """An article with much to say does not crowd out another one."""
    one = make_article("one", text="".join(f"潮汐发电站在第{n}年修好了{n}号水轮。" for n in "一二三四五六七八"))
    other = make_article("other", text="居民对潮汐发电的噪音感到不满。面包店星期三休息一整天。")
    summary = digested(store_of, (one, other), "潮汐发电", 60)
    assert {article.id for article in summary.articles} == {"one", "other"}


def test_the_budget_holds(store_of: StoreOf) -> None:
    """However small the budget, what is said fits."""
    for budget in (0, 5, 20, 45, 90):
        summary = digested(store_of, ARTICLES, "潮汐发电", budget)
        assert sum(len(sentence.text) for sentence in summary.sentences) <= budget


def test_nothing_is_said_off_the_topic(store_of: StoreOf) -> None:
    """No hit, a topic that no sentence holds, and a topic without words come to nothing."""
    assert digested(store_of, ARTICLES, "天文望远镜", 600).sentences == ()
    assert digested(store_of, ARTICLES, "🙂" * 3000, 600).sentences == ()
    assert digest(store_of(*ARTICLES), [], "潮汐发电", 600).sentences == ()


def test_a_statement_names_all_its_sources(store_of: StoreOf) -> None:
    """What two articles say stands once, with both."""
    other = make_article("other", text=f"{SAME}渔民在码头上晒了一整天的渔网。", published="2025")
    summary = digested(store_of, (*ARTICLES, other), "潮汐发电", 600)
    (said,) = (sentence for sentence in summary.sentences if sentence.text == SAME)
    assert {said.article.id, *(article.id for article in said.also)} == {"late", "undated", "other"}
    assert {"late", "undated", "other"} <= {article.id for article in summary.articles}


def test_where_figures_differ_both_stand(store_of: StoreOf) -> None:
    """Two articles that state other figures, or other names, of the same matter are both quoted."""
    for one, other in (
        ("海州的潮汐发电机每天发电200度。", "海州的潮汐发电机每天发电300度。"),
        ("The tidal plant was built by Norvik in spring.", "The tidal plant was built by Halden in spring."),
    ):
        articles = (make_article("one", text=one), make_article("other", text=other))
        summary = digested(store_of, articles, "潮汐发电" if "海" in one else "tidal plant", 600)
        assert [sentence.text for sentence in summary.sentences] == [one, other]


def test_a_common_word_of_the_topic_is_not_the_topic(store_of: StoreOf) -> None:
    """An article that shares only a word which half the articles hold stays out, and nobody is left to speak."""
    shops = [make_article(f"shop{n}", text=f"第{n}家公司在海州开了新的面包店。") for n in range(12)]
    about = make_article("about", text="两家公司在海州开展潮汐发电业务。")
    summary = digested(store_of, (about, *shops), "潮汐发电公司", 600)
    assert [article.id for article in summary.articles] == ["about"]
    assert digested(store_of, tuple(shops), "潮汐发电公司", 600).sentences == ()


def test_a_name_is_the_topic_in_every_form(store_of: StoreOf) -> None:
    """Who asks with the Latin form of a name gets the sentences that write it in Chinese."""
    articles = (
        make_article("one", text="海州港务局局长秦望（Qin Wang）宣布，灯塔将改用潮汐发电。镇上的面包店星期三休息。"),
        make_article("other", text="秦望曾经在海州造船厂当过三年厂长。渔民在码头上晒了一整天的渔网。"),
    )
    for topic in ("Qin Wang", "秦望"):
        said = " ".join(sentence.text for sentence in digested(store_of, articles, topic, 600).sentences)
        assert "造船厂" in said
        assert "面包店" not in said


def test_all_of_an_article_is_on_its_title(store_of: StoreOf) -> None:
    """Where the title holds the topic, its sentences need not repeat it."""
    one = make_article("one", "潮汐发电的三位创始人", "秦望、方舟和陆远在海州造船厂认识，二〇一九年一起辞职。")
    other = make_article("other", text="居民对潮汐发电的噪音感到不满。面包店星期三休息一整天。")
    assert "秦望" in " ".join(sentence.text for sentence in digested(store_of, (one, other), "潮汐发电", 600).sentences)


def test_the_other_language_speaks_where_the_own_is_silent(store_of: StoreOf) -> None:
    """Who asks in English about what only Chinese articles hold is told it; but not by half of it, in any sense."""
    chinese = make_article("zh", text="海州的咖啡店每天卖出三百杯饮料。渔民在码头上晒了一整天的渔网。")
    english = make_article("en", text="The coffee of Halden is roasted on Mondays.", language="en")
    other = make_article("other", text="The crane was painted red last summer.", language="en")
    assert [a.id for a in digested(store_of, (chinese, other), "coffee", 600).articles] == ["zh"]
    assert [a.id for a in digested(store_of, (chinese, english), "coffee", 600).articles] == ["en"]
    assert digested(store_of, (chinese, other), "coffee earthquake", 600).sentences == ()
