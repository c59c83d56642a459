"""Chinese names that are said once. The names are made up."""

import pytest

from corpus.analysis.folding import fold
from corpus.who.extraction import extract
from corpus.who.mentions import STRONG, is_sure

from .test_candidates import said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司宣布,由马小舟接任董事会主席。", "马小舟"),
        ("林厚山将接替孔舟信出任董事长。", "孔舟信"),
        ("董事会聘任段文杰为总裁。", "段文杰"),
        ("今年邀请得伍灼耀教授出任访问学人。", "伍灼耀"),
        ("书友见面\n- 领读人:乔映雪(语文教师)", "乔映雪"),
        ("主席:沈映秋\n记录:许青", "沈映秋"),
        ("贺佳宁(1932—2001),河口县人。", "贺佳宁"),
        ("魏晚舟,字子明,河口县人。", "魏晚舟"),
        ("萧灼舟,男,教师。", "萧灼舟"),
        ("孟灼舟卸任了。", "孟灼舟"),
        ("陆灼江与同学许青结婚了。", "陆灼江"),
        ("财务组姚灼琳报告:钱够了。", "姚灼琳"),
        ("校友金灼波捐了书。", "金灼波"),
        ("大家感谢董事会对傅灼波过去十年的贡献。", "傅灼波"),
        ("总监乔灼涛介绍了学校。", "乔灼涛"),
    ],
)
def test_a_frame_makes_a_name_that_is_said_once(text: str, name: str) -> None:
    """Of characters that jieba cuts anyhow, between words that stand around a person alone."""
    assert said(text)[name]["person"] >= 3


@pytest.mark.parametrize(
    "text",
    [
        "由董事会接任,由国家队担任,由文化部主持,由高管层接任,由任何人担任。",
        "曾先后荣获大奖,于同年获得冠军,曾多次获得银奖,于去年病逝,于北京病逝。",
        "校长于会上表示,老师马上说,教授曾公开表示,总裁向他们表示,记者高兴地说。",
        "联系人:安排中\n金元(1115年—1234年)很长,江苏省荣获大奖。",
    ],
)
def test_no_frame_makes_a_body_or_an_adverb_a_person(text: str) -> None:
    """Though they begin with what is a surname too."""
    assert [form for form, weights in said(text).items() if is_sure(weights, "person")] == []


@pytest.mark.parametrize("text", ["周小凤院士来了。周院士说,很好。", "今年邀请了伍灼耀教授出席。伍教授说,好。"])
def test_a_form_of_address_is_of_whom_the_article_names(text: str) -> None:
    """Not another person, where one of that surname is named in full."""
    people = [name.form for name in extract(text, None, fold(text)).names if is_sure(name.weights, "person")]
    assert people == [text[:3] if text[0] == "周" else "伍灼耀"]


def test_parts_of_companies_and_what_calls_a_thing_are_no_names() -> None:
    """A department has an office as a company has; 车 is a surname too."""
    text = "他历任中国市场部总裁、拉美地区部总裁、全球销售部总裁。那辆车名叫飞燕。"
    names = extract(text, None, fold(text)).names
    assert [name.form for name in names if max(name.weights.values()) >= STRONG] == []
