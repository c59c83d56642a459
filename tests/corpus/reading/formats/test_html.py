"""HTML pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.reading.document import Document, read_documents
from corpus.reading.formats import html
from corpus.reading.reasons import Reason, Refused

FIRST = "海边小镇的报纸在去年冬天换了新的印刷机，编辑们为此等了整整三年。"
SECOND = "印刷机从北方运来，路上走了十一天，最后由渔船从港口拖上岸。"
THIRD = "第一期新报纸只有四页，却写满了渔民、灯塔和潮汐的故事，读者们排队购买。"
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
SAID = (
    '<meta name="author" content="林砚舟"><meta property="og:site_name" content="蓝鲸日报">'
    '<meta property="article:published_time" content="2024-05-06T10:20:00+08:00">'
    '<link rel="canonical" href="https://example.org/a/1">'
)


def page(body: str, head: str = "", charset: str = "utf-8") -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="{charset}">
<title>小镇换了印刷机 - 蓝鲸日报</title>{head}</head>
<body><nav><ul><li><a href="/">首页</a></li><li><a href="/n">国内新闻</a></li><li><a href="/v">视频</a></li></ul></nav>
<div class="content"><h1>小镇换了印刷机</h1>{body}</div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">港口的猫</a> 2019-01-02</li>
<li><a href="/2">灯塔不亮</a><time datetime="2018-01-01">一月</time></li></ul></div>
<div class="comment"><p>写得真好，支持作者继续写下去。</p></div>
<footer>版权所有 蓝鲸日报 2011 联系我们</footer><script>var a = "<p>不该出现的字</p>";</script></body></html>"""


def read(content: str | bytes) -> Article:
    data = content if isinstance(content, bytes) else content.encode()
    (document,) = read_documents(data, "a.html", ".html")
    assert isinstance(document, Document)
    return document.article


def refusal(content: str) -> Reason:
    with pytest.raises(Refused) as refused:
        read(content)
    return refused.value.reason


def test_the_article_comes_without_the_page_around_it() -> None:
    """Navigation, related links, comments, footer and scripts stay behind; what the page says of it comes along."""
    article = read(page(BODY, SAID))
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert (article.title, article.author, article.source) == ("小镇换了印刷机", "林砚舟", "蓝鲸日报")
    assert (article.published, article.url, article.language) == ("2024-05-06", "https://example.org/a/1", "zh-Hans")


def test_front_matter_above_a_page_is_read() -> None:
    """Sites are made of such files; what it says counts before what the page says."""
    article = read(f"---\r\ntitle: 新的印刷机\r\nauthor: 周岸\r\ndate: 2021-07-09\r\n---\r\n{BODY}")
    assert (article.title, article.author, article.published) == ("新的印刷机", "周岸", "2021-07-09")
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert read("---\ntitle: 新的印刷机\n---\n" + page(BODY, SAID)).author == "林砚舟"


def test_code_keeps_its_lines() -> None:
    """As it stands, without its blank lines."""
    article = read(page(f"{BODY}<pre><code>for tide in tides:\n    print(tide)\n\nend</code></pre>", SAID))
    assert "for tide in tides:\n    print(tide)\nend" in article.text


def test_what_the_page_does_not_say_is_none() -> None:
    """Neither the date of a related article nor the year of the footer is this article's."""
    article = read(page(BODY))
    assert (article.author, article.source, article.published, article.url) == (None, None, None, None)


def test_a_name_that_the_page_calls_its_author_is_one() -> None:
    """Themes of blogs write no word before it."""
    article = read(page(f'<span class="byline">由<span class="author vcard"><a>林砚舟</a></span></span>{BODY}'))
    assert article.author == "林砚舟"


def test_a_page_of_wechat_is_its_account_s() -> None:
    """All of them call WeChat their site."""
    account = '<span id="profileBt"><a id="js_name">\n 蓝鲸科普 </a></span>'
    article = read(page(account + BODY, '<meta property="og:site_name" content="微信公众平台">'))
    assert article.source == "蓝鲸科普"


def test_credits_in_the_text_are_read() -> None:
    """The line below the heading says author and date where the head of the page does not."""
    article = read(page(f"<div><span>作者：林砚舟</span> <span>2024-05-06 10:20</span></div>{BODY}"))
    assert (article.author, article.published, article.text[:4]) == ("林砚舟", "2024-05-06", "海边小镇")


def test_a_line_of_credits_outside_the_text_is_read() -> None:
    """Trafilatura leaves it out of the text and takes all of it for a name."""
    line = '<p class="byline">文 / 林砚舟 · 2024年5月6日</p>'
    article = read(f"<html><body><article><header><h1>灯塔又亮了</h1>{line}</header>{BODY}</article></body></html>")
    assert (article.author, article.published) == ("林砚舟", "2024-05-06")
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_credits_in_elements_beside_each_other_are_read() -> None:
    """As the papers of China set them, without a space between them."""
    line = "<span>2024-05-06 07:12</span><span>来源：潮汐晚报</span><span>作者：林海</span><span>字号：<a>大</a></span>"
    article = read(f"<html><body><div><h1>灯塔又亮了</h1><div class='info'>{line}</div>{BODY}</div></body></html>")
    assert (article.author, article.source, article.published) == ("林海", "潮汐晚报", "2024-05-06")


def test_a_day_beside_the_heading_is_the_articles() -> None:
    """Old pages set it right above or below, in an element without a name."""
    day, heading = "<div>2021年7月9日</div>", "<h1>灯塔又亮了</h1>"
    for head in (day + heading, heading + day):
        assert read(f"<html><body><div>{head}{BODY}</div></body></html>").published == "2021-07-09"


@pytest.mark.parametrize(
    "second",
    [
        f"<section><span>{SECOND}</span></section>",
        f"<section><section><p><strong>{SECOND}</strong></p></section></section>",
        f"<div><div>{SECOND}</div></div>",
        f"<center>{SECOND}</center>",
        f"<blockquote><p>{SECOND}</p></blockquote>",
        f"<span>{SECOND}</span>",
        SECOND.replace("，", "，\n   ", 1),
        SECOND.replace("北方", '<a href="x">北方</a>').replace("渔船", "<em>渔船</em>"),
    ],
)
def test_no_paragraph_is_lost_to_its_markup(second: str) -> None:
    """Whatever element an editor makes a paragraph of, and without a space where its source breaks a Chinese line."""
    assert read(page(f"<p>{FIRST}</p>{second}<p>{THIRD}</p>")).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_lists_and_tables_are_lines_of_a_paragraph() -> None:
    """As in Markdown: a dash before an item, bars between cells."""
    table = "<table><tr><th>日</th><th>潮</th></tr><tr><td>一</td><td>3.2</td></tr></table>"
    body = f"<ul><li>网</li><li>灯 塔</li></ul><p>{FIRST}</p>{table}"
    assert read(page(f"<p>{SECOND}</p>{body}<p>{THIRD}</p>")).text.split("\n\n")[1:4] == [
        "- 网\n- 灯 塔",
        FIRST,
        "日 | 潮\n一 | 3.2",
    ]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("gb2312", "gbk"), ("big5", "gbk"), ("utf-8", "gbk"), ("utf-8", "utf-8-sig"), ("gbk", "utf-8"), ("x", "utf-16")],
)
def test_the_encoding_is_told_by_the_text_before_the_page(charset: str, encoding: str) -> None:
    """A wrong declaration does no harm."""
    assert read(page(BODY, SAID, charset).encode(encoding)).text.startswith(FIRST)


@pytest.mark.parametrize(
    ("title", "head", "heading", "expected"),
    [
        ("灯塔又亮了_本地_蓝鲸日报", "", "<h2>灯塔又亮了</h2>", "灯塔又亮了"),
        ("灯塔又亮了 - 蓝鲸日报", '<meta property="og:site_name" content="蓝鲸日报">', "", "灯塔又亮了"),
        ("灯塔守望者：又亮了", "", "<h2>灯塔守望者</h2>", "灯塔守望者：又亮了"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str, head: str, heading: str, expected: str) -> None:
    """Where a heading or the page's own word for the site shows which part it is."""
    article = read(f"<html><head><title>{title}</title>{head}</head><body>{heading}{BODY}</body></html>")
    assert article.title == expected


def test_the_declaration_settles_a_short_page() -> None:
    """Names alone do not show their encoding."""
    said = "<meta http-equiv=content-type content='text/html; charset=gb2312'>"
    short = f"<html><head>{said}</head><body><p>林砚舟、蓝鲸渡轮</p></body></html>"
    assert "蓝鲸渡轮" in read(short.encode("gbk")).text
    with pytest.raises(Refused):
        read(short.replace("gb2312", "").encode("gbk"))


def test_an_english_page_is_read() -> None:
    """Author and title in Latin script, too."""
    text = "It took eleven days for the new press to reach the town, and the last mile was done by boat."
    article = read(
        "<html><head><title>The press came by boat | Harbour Weekly</title><meta name=Author content='Wren Ashdown'>"
        f"</head><body><main><article><h1>The press came by boat</h1><p>{text}</p><p>{text}</p></article></main></body>"
    )
    assert (article.title, article.author, article.language) == ("The press came by boat", "Wren Ashdown", "en")


@pytest.mark.parametrize("content", ["<html></html>", "<p></p>", "<!-- nothing -->", "<html><body><script>x</script>"])
def test_a_page_without_an_article_is_empty(content: str) -> None:
    """Markup alone is nothing to show."""
    assert refusal(content) is Reason.EMPTY


def test_a_page_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What costs minutes is not begun."""
    monkeypatch.setattr(html, "MAX_ELEMENTS", 50)
    assert read(page(BODY)).text
    assert refusal(page(BODY + "<br>" * 50)) is Reason.TOO_LARGE


def test_entities_and_depth_do_not_multiply() -> None:
    """A page's own entities stay unexpanded, and what is nested without end is cut by the parser."""
    bomb = '<!DOCTYPE html [<!ENTITY a "潮水潮水"><!ENTITY b "&a;&a;&a;&a;">]>' + page(f"{BODY}<p>&b;&b;。</p>")
    assert "潮水潮水" not in read(bomb.replace("<!DOCTYPE html><html>", "<html>")).text
    assert refusal("<div>" * 50_000 + FIRST) is Reason.EMPTY


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "</table>", "<td>", "<li>", "<br/>", "<pre>", "潮水。", "\n", "&amp;", "<!--"]
        ),
        max_size=40,
    )
)
def test_any_soup_of_tags_becomes_an_article_or_a_refusal(soup: list[str]) -> None:
    """Broken markup is what pages are made of."""
    try:
        article = read("".join(soup))
    except Refused as refused:
        assert refused.reason is Reason.EMPTY  # noqa: PT017  most soups do hold text
    else:
        assert "潮水" in article.title + article.text
