"""Sentences, paragraphs and passages as places in a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.segmentation import PASSAGE_CHARS, passage_spans, sentence_spans

PROSE = st.text(alphabet=st.sampled_from("灯塔很高。！？…；，“”’\"').!?:ab A1\n\t 　"), max_size=3000) | st.text()


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("joint", "sentences"),
    [
        ("", ["灯塔很高。", "它亮了！", "谁来守？"]),
        ("", ["他说：“潮水来了。”", "大家都笑了。"]),
        ("", ["（这是旧照片。）", "新的在后面。"]),
        ("", ["他想……也许吧。", "真的？！", "是的。"]),
        ("", ["她问。", '"谁？"', "没人答。"]),
        ("", ["他用了新灯.", "后来坏了."]),
        ("\n", ["没有标点的标题", "下一行也是。"]),
        (" ", ["Dr. Fenwick paid $3.5 million to Hale Inc. in the U.S. in May.", "She left."]),
        (" ", ['He said: "It works!"', "Then it rained."]),
        (" ", ["See https://example.org/?a=b!c now.", "P. Hale wrote it."]),
        (" ", ["Version 2.0.1 came out.", "It was late..."]),
        ("", ["“你去吗？”她问。", "“不去。”守塔人摇着头答道，“风太大。”"]),
        ("", ["她问：“船呢？还在吗？”", "没有人回答。"]),
        ("", ["旧码头（建于1920年。后来重修）很大。", "它还在。"]),
        ("", ["林船长(Capt. Lin)有3.2条船(2023年统计).", "一半出海."]),
        (" ", ['"It works!" he said.', "Then it rained."]),
        (" ", ['She said: "We are glad.', 'It will help."', "Then she left."]),
        (" ", ["The club's boat is called 'the old quay.'", "It floats."]),
        (" ", ["Whoever likes it (you will, we're sure!), should book.", "Boats fill up."]),
        ("", ["他喊：“船来了！”，大家都跑出来。", "天亮了。"]),
        (" ", ["He waited... and waited.", "Nothing came."]),
        (" ", ["She came from the U.S. in May.", "Her brother stayed in the U.K.", "He wrote of fig. 3 and p. 14."]),
        (
            "",
            [
                "他问“你去哪里？”的时候，船已经开了。",
                "墙上写着“不许吐痰！”几个字。",
                "面对“你后悔吗？”这样的问题，他笑了。",
            ],
        ),
        ("", ["「誰會用？」的疑問很多。", "一句「你還好嗎？」讓她哭了。", "《你去哪里？》第二版，比《走吧！》 好看。"]),
        ("", ["他问：“船呢？”", "这条街没有人。", "“谁？”", "一句也没有。", "她喊“快来！”", "这时天亮了。"]),
        ("", ["船票12. 58 元，比昨天少。", "船长9. 5 米。"]),
        (" ", ["它建于2012.", "58 人进港。"]),
        (
            "",
            [
                "He won with strokes to spare.",
                "It was hard.",
                "The boat was new.",
                "See example.com/page.The and os.Path in asp.Net now.",
            ],
        ),
        ("\n", ["1. The fund stands at £2,150.", "2. Ada Hale runs the school.", "3. 灯塔重修。"]),
        (" ", ["Prof. Reef (b. 1950) met Queen Ada (r. 1960–1978).", "Tidewater Inc. Chairman Lin came."]),
    ],
)
def test_sentences(joint: str, sentences: list[str]) -> None:
    """Sentences end where a reader would say so, quotes and brackets closed; abbreviations and decimals end none."""
    assert shown(joint.join(sentences)) == sentences


@given(PROSE)
def test_nothing_is_lost_between_sentences(text: str) -> None:
    """Sentences ascend, are trimmed and not empty, and only white space stands outside them."""
    spans = sentence_spans(text)
    outside = "".join(text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *spans, (len(text), 0)]))
    assert not outside.strip()
    assert all(text[start:end] and text[start:end] == text[start:end].strip() for start, end in spans)


@given(PROSE | st.text(alphabet="灯塔，。\n", min_size=2000, max_size=5000))
def test_passages_are_made_of_whole_sentences(text: str) -> None:
    """Passages never exceed the limit, and hold every sentence whole that is not longer than a passage."""
    passages = passage_spans(text)
    held = [span for passage in passages for span in passage.sentences]
    assert all(passage.end - passage.start <= PASSAGE_CHARS for passage in passages)
    assert all((p.sentences[0][0], p.sentences[-1][1]) == (p.start, p.end) for p in passages)
    sentences = sentence_spans(text)
    assert {span for span in sentences if span[1] - span[0] <= PASSAGE_CHARS} <= set(held)
    assert "".join("".join(text[start:end] for start, end in held).split()) == "".join(text.split())


def test_passages_end_with_paragraphs_where_they_can() -> None:
    """A passage is closed at the end of a paragraph once it is long enough, and a short tail joins the last one."""
    paragraphs = ["很长的一段话。" * 60, "另一段话。" * 90, "尾巴。"]
    text = "\n\n".join(paragraphs)
    assert [text[p.start : p.end] for p in passage_spans(text)] == [paragraphs[0], "\n\n".join(paragraphs[1:])]


@pytest.mark.parametrize("unit", ["…", "!", ".", ")", "“", '"', '。"', ". ", "\n ", "a", "，", "龘", ".)"])
def test_work_is_linear_in_hostile_text(unit: str) -> None:
    """Half a million of any mark are cut within the test's time, which quadratic work would overrun by hours."""
    text = unit * (500_000 // len(unit)) + "x"
    passages = passage_spans(text)
    assert max(passage.end - passage.start for passage in passages) <= PASSAGE_CHARS
