"""Which words two regions call otherwise, and which only look otherwise."""

from corpus.analysis.regions import regional_pairs


def test_a_word_of_one_region_and_that_of_the_other() -> None:
    """Both directions are known, from the word of either."""
    pairs = {frozenset(pair) for pair in regional_pairs([("軟體", "软体"), ("硬盤", "硬盘"), ("燈塔", "灯塔")])}
    assert pairs == {frozenset({"软体", "软件"}), frozenset({"硬盘", "硬碟"})}


def test_what_its_parts_come_to_is_no_pair() -> None:
    """A longer word in which a regional one stands is none of its own; neither is a character that looks otherwise."""
    assert not [*regional_pairs([("軟體業", "软体业"), ("台灣", "台湾"), ("裏面", "里面"), ("長", "长")])]
