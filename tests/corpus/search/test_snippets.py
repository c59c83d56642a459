"""Snippets: what they show, how long they are, and that they are the article's own words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis.folding import fold
from corpus.analysis.terms import bigram_terms, unit_terms, units_line, word_terms
from corpus.index.analysed import analyse
from corpus.results import SNIPPET_CHARS, Snippet
from corpus.search.ranking import TermWeights
from corpus.search.snippets import JOINT, SnippetTerms, make_snippets, matches

PROSE = st.text(alphabet=st.sampled_from("燈塔很高灯亮。！，“”.? ab12\n\u0301\u200b…①"), min_size=1, max_size=1500)


def terms_of(question: str) -> SnippetTerms:
    folded = fold(question).text
    fields = (word_terms(folded), unit_terms(folded), bigram_terms(folded))
    weights = TermWeights(*(dict.fromkeys(terms, 1.0) for terms in fields), line=units_line(folded))
    return SnippetTerms.of(weights, cjk=True)


def shown(make_article, text: str, question: str, title: str = "标题") -> Snippet:
    analysed = analyse(make_article("x", title, text))
    return make_snippets(text, analysed.passages, terms_of(question), analysed.title_units)[0]


def highlighted(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.highlights]


def test_the_answering_sentence_and_its_neighbours(make_article) -> None:
    """The best sentence is shown whole with what follows it; a short text is shown as a whole."""
    snippet = shown(make_article, "潮水来了。灯塔建于1887年。它很高。", "灯塔建于哪一年")
    assert snippet.text == "潮水来了。灯塔建于1887年。它很高。"
    assert snippet.spans == ((0, len(snippet.text)),)


def test_distant_sentences_are_joined(make_article) -> None:
    """What the best sentence lacks is brought from elsewhere, with a gap between."""
    filler = "河水流过山谷，牧人赶着羊群走过石桥，远处传来钟声和笑声。" * 7
    text = f"灯塔由梁望舒设计。{filler}守塔人叫何小满。"
    snippet = shown(make_article, text, "梁望舒 守塔人")
    assert JOINT in snippet.text
    assert "梁望舒" in snippet.text
    assert "守塔人叫何小满。" in snippet.text


def test_highlights_across_script_case_and_ending(make_article) -> None:
    """A match is marked as the article writes it."""
    text = "這座鐘錶博物館在 VELDERMOOR 展出。Orchards are near."
    assert highlighted(shown(make_article, text, "钟表博物馆 veldermoor orchard")) == [
        "鐘錶博物館",
        "VELDERMOOR",
        "Orchards",
    ]


def test_a_name_that_is_cut_apart_is_marked_whole(make_article) -> None:
    """What stands beside a word in the question and in the text is marked with it, in either script."""
    assert highlighted(shown(make_article, "領隊老吳帶了三支腳架，是梅疏影的。", "老吴带了什么")) == ["老吳帶"]
    assert highlighted(shown(make_article, "畫家梅疏影住在山上。", "梅疏影住在哪里"))[0].startswith("梅疏影")


def test_a_letter_is_marked_where_its_neighbour_stands(make_article) -> None:
    """One letter or digit of a name says nothing alone; asked alone, it is all there is to mark."""
    text = "A轮之后，B-200水泵要3天，水泵B 200停了。"
    assert highlighted(shown(make_article, text, "B-200水泵")) == ["B-200水泵", "水泵B 200"]
    assert highlighted(shown(make_article, text, "A轮")) == ["A轮"]
    assert highlighted(shown(make_article, text, "B")) == ["B", "B"]


def test_title_terms_count_less(make_article) -> None:
    """Every sentence of an article is about its title: the rest of the question decides."""
    filler = "牧人赶着羊群走过石桥，远处传来钟声和笑声。" * 20
    text = f"灯塔历史灯塔。{filler}门票是五十元。"
    assert shown(make_article, text, "灯塔历史 门票", title="灯塔历史").text.startswith("灯塔历史灯塔。")
    analysed = analyse(make_article("x", "灯塔历史", text)).passages
    terms = terms_of("灯塔 门票价")
    first = make_snippets(text, analysed, terms, "灯塔")[0]
    assert "门票是五十元。" in first.text


def test_a_long_sentence_is_cut_where_it_breathes(make_article) -> None:
    """The part of a monster sentence that answers is shown, cut after a mark and never inside a word."""
    clause = "河水流过长长的山谷和草地，"
    text = f"{clause * 20}梁望舒设计了灯塔，{clause * 20}就这样。"
    snippet = shown(make_article, text, "谁设计了灯塔")
    assert "梁望舒设计了灯塔，" in snippet.text
    assert snippet.text.startswith(("河水", "梁望舒"))
    words = "lighthouse keeper harbour " * 60
    snippet = shown(make_article, words, "keeper")
    assert set(re.findall(r"\w+", snippet.text)) == {"lighthouse", "keeper", "harbour"}


def test_no_end_of_a_sentence_leads(make_article) -> None:
    """The sentence before is shown as a whole or not at all: its last words alone say nothing."""
    before = "Harbour clerks keep one ledger per boat tied up along its northern pier, " * 3
    text = f"{before}and one per buoy. Tove Almgren paints lighthouses. Fresh paint comes by ferry."
    assert shown(make_article, text, "lighthouse painter").text == text[len(before) + 18 :]


def test_what_else_its_paragraph_says_comes_before_another(make_article) -> None:
    """A sentence that does not fit is passed over for the next of the paragraph, not for what stands in another."""
    lamp = f"Its lamp came by ship, packed in straw, {'and went up the stairs, ' * 6}they say."
    about = f"The lighthouse has a keeper. {lamp} He earns ninety crowns."
    snippet = shown(make_article, f"Pears grow here.\n\n{about}\n\nSheep graze.", "lighthouse keeper")
    assert "He earns ninety crowns." in snippet.text


def test_a_question_is_shown_with_its_answer(make_article) -> None:
    """What answers a question of the article stands behind it, though a later sentence says more of the question."""
    asked = "Do I have to be a member to use the workshop?"
    later = "As a non-member you may also come to the open evening and use the hand tools of the workshop there."
    between = "Somebody shows you round and tells what is where. " * 3
    text = f"Rules.\n\n{asked}\n\nNo, but the lathe and the saw are for members alone. {between}{later}"
    assert f"{asked}  No, but the lathe and the saw are for members alone." in shown(make_article, text, asked).text


def test_questions_without_an_answer_behind_them_say_less(make_article) -> None:
    """Of a page that lists its questions before it answers them the answer is shown, not the list."""
    topics = "reset my password", "get an invoice", "change my address", "delete my account", "add a second device"
    asked = [f"How do I {topic}?" for topic in topics]
    said = [
        f"Open the {n} page and follow what it says there, step by step."
        for n in ("red", "blue", "green", "grey", "last")
    ]
    answered = "\n\n".join(f"{question}\n{answer}" for question, answer in zip(asked, said, strict=True))
    text = "\n".join(asked) + f"\n\n{answered}"
    for topic, answer in zip(topics, said, strict=True):
        assert answer in shown(make_article, text, f"How do I {topic}?").text


def test_a_long_answer_is_shown_from_its_beginning(make_article) -> None:
    """What follows a question begins to answer it, where it does not fit, though its end holds more."""
    answer = "Five, on one account, " + "and of those that follow the first is signed out again without a word, " * 4
    text = f"Accounts.\n\nHow many devices may I use?\n{answer}until nobody knows how many devices are left."
    assert "Five, on one account," in shown(make_article, text, "How many devices may I use?").text


def test_what_is_said_twice_is_shown_twice(make_article) -> None:
    """A sentence that holds nothing new of the question comes before what holds but a stray word of it."""
    filler = "河水流过山谷，牧人赶着羊群走过石桥，远处传来钟声和笑声。" * 5
    text = f"梁望舒和灯塔的名字常在一起。{filler}那时人们很穷。{filler}灯塔出自梁望舒之手。"
    snippet = shown(make_article, text, "灯塔 梁望舒 时")
    assert "灯塔出自梁望舒之手。" in snippet.text


def test_room_that_is_left_shows_the_beginning_of_what_follows(make_article) -> None:
    """Where no whole sentence fits any more, the next one is begun, up to a word; up to a mark, if one is near."""
    best = (
        "Anna Hale was its keeper when the old man had gone to live with a sister of his in the low hills by the bay."
    )
    rest = " Her brother brought flour, lamp oil and salted herring in a boat that leaked all through sixteen winters."
    snippet = shown(make_article, best + rest * 9, "keeper")
    assert (
        snippet.text
        == best + " Her brother brought flour, lamp oil and salted herring in a boat that leaked all through"
    )
    marked = rest.replace("that leaked", "of his, which leaked")
    assert shown(make_article, best + marked * 9, "keeper").text.endswith("in a boat of his,")


def test_a_sentence_in_part_is_shown_from_further_before(make_article) -> None:
    """Room that is left beside the clauses of a long sentence shows what stands before them."""
    names = "Mavis Booth and Otto Braun, Nell Ford and Piet Lund, Jane Morgan and Karl Weiss, Tom Ash and Lena Cole, "
    text = f"{names}Robin Hale of the Alder Rowing Club, moderated the panel, with Matt Gill beside the stage."
    snippet = shown(make_article, "Rain fell. " * 30 + text, "moderated panel Matt Gill stage")
    assert snippet.text.endswith("beside the stage.")
    assert "Tom Ash and Lena Cole, Robin Hale" in snippet.text


def test_a_sentence_that_does_not_fit_is_shown_by_its_clauses(make_article) -> None:
    """What holds something that is asked for stands beside the best sentence, though it is a part of a long one."""
    journey = "a whistle was heard, and gulls rested by the shore, " * 2
    text = f"The keeper left the lighthouse{' in a small boat that the harbour lent' * 2}. In May, {journey}"
    text += "his wage was 1,200 pears, which he sold, sadly."
    snippet = shown(make_article, text, "keeper lighthouse wage")
    assert snippet.text.startswith("The keeper left the lighthouse")
    assert snippet.text.endswith("his wage was 1,200 pears, which he sold, sadly.")
    assert len(snippet.spans) == 2


def test_no_clause_ends_within_a_date(make_article) -> None:
    """Between a day and its year there is a comma, which parts nothing: the clause goes on or is left out."""
    text = f"The keeper left the lighthouse{' in a small boat that the harbour lent' * 3}. "
    text += f"His wage was doubled on June 4, 1990{' by the master of the port' * 3}."
    snippet = shown(make_article, text, "keeper lighthouse wage")
    assert "The keeper left the lighthouse" in snippet.text
    assert not snippet.text.endswith("June 4,")


def test_the_end_of_a_passage_and_the_beginning_of_one_further_on(make_article) -> None:
    """They stand apart, as they do in the article: what is between them is not shown."""
    filler = "河水流过山谷，牧人赶着羊群走过石桥，远处传来钟声和笑声。" * 15
    text = f"{filler}守塔人叫何小满。\n\n{filler}\n\n灯塔由梁望舒设计。{filler}"
    passages = analyse(make_article("x", "标题", text)).passages
    assert [text[one.start :][:3] for one in passages] == ["河水流", "河水流", "灯塔由"]
    (snippet,) = make_snippets(text, passages[::2], terms_of("守塔人 梁望舒"))
    assert f"守塔人叫何小满。{JOINT}灯塔由梁望舒设计。" in snippet.text


def test_further_snippets_of_a_passage(make_article) -> None:
    """A second snippet shows sentences that the first does not, and there is none where nothing is left."""
    analysed = analyse(make_article("x", "标题", "灯塔的光照得很远，夜里也能看见海面上的渔船和远处的岛屿。" * 20))
    first, second = make_snippets(
        "灯塔的光照得很远，夜里也能看见海面上的渔船和远处的岛屿。" * 20, analysed.passages[:1], terms_of("灯塔"), most=2
    )
    assert not {*first.spans} & {*second.spans}
    analysed = analyse(make_article("x", "标题", "灯塔很高。"))
    assert len(make_snippets("灯塔很高。", analysed.passages, terms_of("灯塔"), most=3)) == 1


def test_no_further_snippet_of_something_else(make_article) -> None:
    """Where nothing that is left holds what is asked for, or follows what does, there is no further snippet."""
    text = "灯塔很高。\n\n" + "河水流过山谷，牧人赶着羊群走过石桥，远处传来钟声和笑声。" * 20
    analysed = analyse(make_article("x", "标题", text))
    assert len(make_snippets(text, analysed.passages, terms_of("灯塔"), most=3)) == 1
    assert len(make_snippets(text, analysed.passages, terms_of("灯塔 牧人"), most=3)) == 3


def test_sentences_of_several_passages_stand_together(make_article) -> None:
    """What answers may be said far apart: one snippet shows it, though no passage holds all."""
    filler = "河水流过山谷，牧人赶着羊群走过石桥，远处传来钟声和笑声。" * 40
    text = f"灯塔由梁望舒设计。{filler}守塔人叫何小满。"
    passages = analyse(make_article("x", "标题", text)).passages
    (snippet,) = make_snippets(text, (passages[0], passages[-1]), terms_of("梁望舒 守塔人"))
    assert "梁望舒" in snippet.text
    assert "守塔人叫何小满。" in snippet.text


def test_matches_of_an_only_character(make_article) -> None:
    """A single character is marked where nothing longer was asked for."""
    assert matches("海港的港口", terms_of("港")) == [(1, 2), (3, 4)]
    assert matches("海港的港口", terms_of("海港 的")) == [(0, 2)]


@given(PROSE, st.sampled_from(["灯塔", "ab 12", "很高 亮", "lamp", "1", ""]))
def test_a_snippet_is_the_articles_own_wording(make_article, text: str, question: str) -> None:
    """Never over the limit; runs stand in the text in order, highlights ascend inside it, white space alone differs."""
    passages = analyse(make_article("x", text=text)).passages
    for snippet in make_snippets(text, passages[::2], terms_of(question), most=3) if passages else ():
        runs = [re.sub(r"\s", " ", text[start:end]) for start, end in snippet.spans]
        assert snippet.text == JOINT.join(runs)
        assert 0 < len(snippet.text) <= SNIPPET_CHARS
        assert 1 <= len(snippet.spans) <= 3
        places = [place for span in snippet.spans for place in span]
        assert places == sorted(places)
        assert passages[0].start <= places[0] < places[-1] <= passages[-1].end
        edges = [edge for span in snippet.highlights for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.highlights)
