"""Noise of many sites, set around articles of our own: what cleaning has to take off again.

Every list holds lines as different sites write them, all made up after their kinds; none is a rule's pattern.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from opencc import OpenCC

_HANT = OpenCC("s2t").convert

NAVIGATION_ZH = (
    "首页 新闻 财经 科技 体育 娱乐 汽车 房产",
    "首页 | 快讯 | 专题 | 活动 | 登录 | 注册",
    "当前位置：首页 > 科技 > 人工智能 > 正文",
    "您的位置： 潮水网 > 资讯 > 行业动态",
    "潮水网首页 > 新闻中心 > 国际新闻",
    "网站首页\n关于我们\n产品中心\n新闻中心\n联系我们",
    "登录/注册",
    "搜索",
    "# 热门搜索 #",
    "设为首页 收藏本站 手机版 繁体中文",
    "返回首页 打印本页 字号：大 中 小",
    "APP下载 登录 退出登录 个人中心",
    "人工智能 芯片 机器人 大模型 云计算 自动驾驶 元宇宙 区块链 半导体 新能源",
    "标签：人工智能 创业 投资",
    "关键词: 芯片, 大模型, 算力",
    "AI,ai,人工智能,大模型,大语言模型,算力,芯片,机器人",
    "芯片公司 ipo,芯片 上市,芯片股,芯片龙头股票行情",
)
NAVIGATION_EN = (
    "Home | News | Business | Technology | Opinion | Sign in",
    "Home > Technology > Artificial intelligence",
    "Skip to main content",
    "Menu\nSearch\nSubscribe\nLog in",
    "Log in / Register",
    "News, Opinion, Culture, Sports, Lifestyle, Podcasts",
    "Technology | AI | Start-ups | Chips | Policy | Events",
    "Tags: chips, start-ups, policy",
    "We use cookies to improve your experience. Accept all cookies",
)
SHARE_ZH = (
    "分享到： 微信 微博 QQ空间 豆瓣",
    "分享至",
    "点赞 12 收藏 3 转发 5 评论 8",
    "扫码关注潮水网公众号",
    "长按二维码关注我们",
    "微信扫一扫，分享到朋友圈",
    "喜欢就点个在看吧！欢迎转发给朋友",
    "打开潮水新闻APP，查看更多精彩内容",
    "海量新闻、独家观点，尽在潮水新闻客户端",
    "举报/反馈",
    "发表评论",
    "点击查看全文",
    "责任编辑：岸",
    "(0)",
    "特别推荐：关注潮水网官方微信，第一时间获取行业资讯",
    "更多精彩内容，请下载潮水新闻客户端",
    "欢迎加入读者交流群，添加小编微信：chaoshui",
)
SHARE_EN = (
    "Share this article",
    "Share on Facebook Share on X Share on LinkedIn Copy link",
    "Follow us on X and LinkedIn",
    "Subscribe to our newsletter and get the day's stories in your inbox.",
    "Sign up for our daily newsletter",
    "Leave a comment",
    "12 Comments",
    "Like this story? Subscribe to our channel.",
    "Get the app",
    "Have a tip? Contact our reporters.",
    "Print this page",
)
LEGAL_ZH = (
    "版权声明：本文版权归原作者所有，未经许可不得转载。",
    "声明：本文仅代表作者个人观点，与潮水网无关。潮水网仅提供信息存储服务，如有侵权请联系删除。",
    "免责声明：本站部分内容来自网络，如涉及版权问题，请及时与我们联系，我们将在第一时间处理。",
    "本文系作者授权发布，不代表潮水网立场，转载请注明出处。",
    "特别声明：以上文章内容仅代表作者本人观点，不构成投资建议。投资有风险，入市需谨慎。",
    "本网站所有内容均来源于互联网，仅供学习交流，不承担任何法律责任。",
    "违法和不良信息举报电话：010-00000000 举报邮箱：jubao@example.com",
    "Copyright © 2024 潮水网 版权所有 京ICP备00000000号",
    "内容由AI生成，仅供参考",
)
LEGAL_EN = (
    "© 2024 Tidewater News. All rights reserved.",
    "Copyright 2024 Tidewater Media. This material may not be published, broadcast, rewritten or redistributed.",
    "The views expressed in this article are those of the author and do not necessarily reflect those of Tidewater.",
    "Disclaimer: This article is for informational purposes only and does not constitute investment advice.",
    "Privacy policy | Terms of use | Cookie settings | Contact us",
    "This story was originally published on Tidewater News. We may earn a commission from affiliate links.",
)
QUIZ_ZH = (
    "每日一猜：下面哪一种船没有帆？ 答案：C",
    "今日竞猜答案：ABD",
    "投票：你看好哪一种灯塔？\nA. 石头的\nB. 铁的\nC. 都不看好",
    "【有奖问答】参与答题赢取奖品",
    "已有318人参与投票",
    "互动投票\n支持 62%\n反对 38%",
)
QUIZ_EN = (
    "Quiz of the day",
    "Take our quiz: how much do you know about lighthouses?",
    "Reader poll\nA. Stone\nB. Iron\nC. Neither",
    "Vote now",
    "Correct answer: B",
    "1,204 votes",
)
RELATED_ZH = (
    "相关推荐\n{t1}\n{t2}\n{t3}",
    "上一篇：{t1}\n下一篇：{t2}",
    "相关阅读：\n• {t1}\n• {t2}\n• {t3}",
    "猜你喜欢\n{t1}\n潮水资讯 2024年6月5日\n{t2}\n潮水资讯 2024年6月4日\n{t3}\n潮水资讯 2024年6月3日",
    "热门文章\n{t1}\n{s1}\n{t2}\n{s2}\n{t3}\n{s3}",
    "推荐阅读\n• {t1}\n{s1}\n{s2}\n科技 2024-06-05\n• {t2}\n{s3}\n科技 2024-06-05\n• {t3}\n{s2}\n科技 2024-06-04",
    "延伸阅读\n1. {t1}\n2. {t2}\n3. {t3}",
    "上一篇 2024年6月5日\n下一篇 2024年6月5日\n相关文章\n{t1}\n{t2}",
)
RELATED_EN = (
    "Related articles\n{t1}\n{t2}\n{t3}",
    "You may also like\n• {t1}\n• {t2}",
    "More from Technology\n{t1}\nJune 5, 2024\n{t2}\nJune 4, 2024\n{t3}\nJune 3, 2024",
    "Read next\n{t1}\n{s1}\n{t2}\n{s2}\n{t3}\n{s3}",
    "Previous: {t1}\nNext: {t2}",
    "Trending now\n1. {t1}\n2. {t2}\n3. {t3}",
)
INSERTS_ZH = ("广告", "点击查看全文", "扫码关注我们", "分享到： 微信 微博")
INSERTS_EN = ("Advertisement", "Article continues below", "Share this article", "Subscribe now")
CREDITS_ZH = (
    "2024-05-06 12:30",
    "潮水网 2024年5月6日 12:30",
    "318阅读 2024-05-06",
    "发布时间：2024-05-06 浏览次数：318",
)
CREDITS_EN = (
    "May 6, 2024",
    "Published May 6, 2024",
    "By Ada Reef | May 6, 2024 | 4 min read",
    "2024-05-06 1,204 views",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scraped:
    """A page and the article in it: its title and paragraphs, as they have to come out again."""

    page: str
    title: str
    paragraphs: tuple[str, ...]
    language: str


def scraped(
    title: str, paragraphs: tuple[str, ...], language: str, others: list[tuple[str, str]], seed: int
) -> Scraped:
    """Set noise around an article.

    Parameters
    ----------
    title, paragraphs
        The article's own.
    language
        ``zh-Hans``, ``zh-Hant`` or ``en``.
    others
        Titles and first sentences of other articles, for lists and teasers; at least three.
    seed
        Chooses the noise.
    """
    chance = random.Random(seed)  # noqa: S311  noise, not secrets
    english = language == "en"

    def some(chinese: tuple[str, ...], english_ones: tuple[str, ...], most: int) -> list[str]:
        return chance.sample(english_ones if english else chinese, chance.randint(0, most))

    names = {
        key + str(n + 1): text
        for n, pair in enumerate(chance.sample(others, 3))
        for key, text in zip("ts", pair, strict=True)
    }
    head = some(NAVIGATION_ZH, NAVIGATION_EN, 3)
    below_title = [*some(CREDITS_ZH, CREDITS_EN, 1), *some(SHARE_ZH[:2], SHARE_EN[:1], 1), *some(QUIZ_ZH, QUIZ_EN, 1)]
    teasers = [paragraph.split("。")[0].split(". ")[0] for paragraph in paragraphs[1:4]]
    below_title += teasers if chance.random() < 0.3 else []
    inserts = some(INSERTS_ZH, INSERTS_EN, 1)
    tail = [*some(SHARE_ZH, SHARE_EN, 3), *some(LEGAL_ZH, LEGAL_EN, 2), *some(QUIZ_ZH, QUIZ_EN, 1)]
    chance.shuffle(tail)
    related = [template.format_map(names) for template in some(RELATED_ZH, RELATED_EN, 2)]
    lines = [*head, title, *below_title, *paragraphs, *tail, *related, *some(LEGAL_ZH, LEGAL_EN, 1)]
    if inserts:
        lines.insert(lines.index(paragraphs[-1]), inserts[0])
    convert: Callable[[str], str] = _HANT if language == "zh-Hant" else str
    own = {title, *paragraphs, *teasers}
    page = chance.choice(("\n\n", "\n")).join(line if line in own else convert(line) for line in lines)
    return Scraped(page=page, title=title, paragraphs=paragraphs, language=language)
