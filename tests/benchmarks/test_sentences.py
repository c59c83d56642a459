"""The measure of sentences: judged boundaries, and who finds them."""

from benchmarks.sentences import Judged, boundaries, by_pattern, by_sentencex, figures, own, read_judged


def test_boundaries_are_counted_without_white_space() -> None:
    """Splitters differ in the spaces that they keep; the end of the text is no boundary."""
    assert boundaries(["Tides turn. ", "Boats go."]) == boundaries(["Tides turn.", " Boats go."]) == {10}
    assert boundaries(["灯亮了。"]) == set()


def test_precision_and_recall() -> None:
    """A boundary too many costs precision, one too few recall; both texts are told."""
    judged = [
        Judged(kind="zh", language="zh", text="甲。乙。丙。", sentences=("甲。", "乙。", "丙。")),
        Judged(kind="zh", language="zh", text="丁，戊。", sentences=("丁，戊。",)),
    ]
    cut = {"甲。乙。丙。": ["甲。", "乙。丙。"], "丁，戊。": ["丁，", "戊。"]}
    assert figures(lambda text, _: cut[text], judged) == (0.5, 0.5, ["甲。 | 乙。丙。", "丁， | 戊。"])


def test_the_judged_texts_and_the_order_of_the_systems() -> None:
    """Ours finds more of the boundaries, and more of its own are right, than either peer."""
    judged = list(read_judged())
    assert {one.language for one in judged} == {"zh", "en"}
    assert all("".join(one.sentences).replace(" ", "") == one.text.replace(" ", "") for one in judged)
    f1 = {}
    for split in (own, by_sentencex, by_pattern):
        precision, recall, _ = figures(split, judged)
        f1[split.__name__] = 2 * precision * recall / (precision + recall)
    assert f1["own"] > 0.95
    assert f1["own"] > f1["by_sentencex"] > f1["by_pattern"]
