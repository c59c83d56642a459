"""Which words say the same: those that two regions call otherwise, and those that are explained by each other."""

from corpus.analysis.regions import explained_pairs, regional_pairs


def test_a_word_of_one_region_and_that_of_the_other() -> None:
    """Both directions are known, from the word of either."""
    pairs = {frozenset(pair) for pair in regional_pairs([("軟體", "软体"), ("硬盤", "硬盘"), ("燈塔", "灯塔")])}
    assert pairs == {frozenset({"软体", "软件"}), frozenset({"硬盘", "硬碟"})}


def test_what_its_parts_come_to_is_no_pair() -> None:
    """A longer word in which a regional one stands is none of its own; neither is a character that looks otherwise."""
    assert not [*regional_pairs([("軟體業", "软体业"), ("台灣", "台湾"), ("裏面", "里面"), ("長", "长")])]


def test_what_is_explained_by_another_word() -> None:
    """Variants and abbreviations are pairs, in folded form; what is only mentioned, or to be compared, is none."""
    lines = [
        "燈樓 灯楼 [deng1 lou2] /tower (abbr. for 燈塔樓|灯塔楼[deng1 ta3 lou2])/CL:座[zuo4]/",
        "潮汛 潮汛 [chao2 xun4] /variant of 潮信[chao2 xin4]/also written 潮迅/",
        "退潮 退潮 [tui4 chao2] /to ebb/see also 漲潮|涨潮[zhang3 chao2]/in 海州[Hai3 zhou1]/",
        "潮 潮 [chao2] /variant of 潮水[chao2 shui3]/",
    ]
    assert [*explained_pairs(lines)] == [("灯楼", "灯塔楼"), ("潮汛", "潮信"), ("潮汛", "潮迅")]
