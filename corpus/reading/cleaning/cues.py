"""What sites write around articles: labels that fill a clause, phrases within one, headings of lists.

Patterns are asked of folded clauses and lines: Simplified, lower case, half-width. What must not live here: what is
cut.
"""

import re


def _any_of(alternatives: str) -> re.Pattern[str]:
    """Compile alternatives that stand one or several to a line."""
    return re.compile("|".join(line.strip() for line in alternatives.splitlines() if line.strip()))


LABEL = re.compile(
    r".{0,8}(?:投票|竞猜|答题|每日一猜).{0,8}|.{0,4}答案|有奖.{0,4}|(?:已有)? ?\d+ ?[人票].{0,8}"
    r"|(?:(?:daily|reader|online|our|the|correct) ){0,2}(?:quiz|poll|answer)(?: of the .{2,5})?|votes?(?: now)?"
    r"|(?:story|article) continues.{0,20}|(?:the )?end|完"
)
"""Fills a clause: a vote or a riddle, the end of a text or a page; hardly any article says this alone."""

PHRASE = _any_of(
    # Rights and liability.
    r"""
    (未经|禁止|不得|谢绝|严禁).{0,10}(授权|许可|同意|转载|复制|摘编|盗用)|(授权|转载)(请|须|需|时|务必|自网络)
    (注明|标明)(出处|来源)|版权(归|所有|声明|信息|属于)|归?原(作者|出处)|(来源|来自|整理)于?(互联)?网络
    代表.{0,10}(观点|立场|意见)|与.{1,12}(立场)?无关|(作者|个人)(独立|本人)?的?(观点|意见)$|^([特郑重]{0,2}别?声明)$
    (网友|用户|作者)(自行)?(投稿|上传|发布)|信息(存储|发布|服务)(空间)?(服务|平台|许可)|传播更多信息
    (如有|涉及|如发现|若有|如对|如涉|如).{0,16}(侵权|侵犯|版权|异议)|侵权.{0,14}(删|责任|联系|告知|投诉)
    (第一时间|及时|尽快|立即)(处理|删除|更正|获取|了解)|联系(我们|本站|本网|小编|管理员|后台|删除|邮箱)
    [仅请].{0,8}参考|仅供(学习|交流)|不(构成|作为).{0,14}(建议|依据)|(投资|股市|市场|入市)(有风险|需谨慎)
    免责声明|不承担.{0,8}责任|风险提示|(商务|广告|媒体)合作|privacy policy|terms of (use|service)
    copyright|©|all rights reserved|may not be (re)?(produced|published|printed|broadcast|distributed|used)
    (views|opinions) (and opinions )?(expressed|are those)|do(es)? not (necessarily )?(reflect|represent|constitute)
    (informational purposes|(investment|legal|medical) advice)|uses? cookies|affiliate (links?|commission|partner)
    (originally|first) (published|appeared) (on|in|at)|by (signing up|continuing|subscribing)|agree to (our|the)
    """
    # Calls to follow, fetch, join.
    r"""
    点.{0,2}(在看|阅读原文)|点个?赞|(海量|独家)(资讯|新闻|观点|内容)|尽在.{1,16}(app|客户端|公众号|网|微信)|欢迎(关注|订阅|转发|加入)
    (内容|本文|文章)由.{0,6}(ai|机器|系统)|系统(为您|自动)|(为您|猜你)(推荐|匹配|喜欢)|加入.{0,10}(交流群|读者群|社群)
    (转发|分享)给.{0,8}(朋友|好友)|(subscribe|sign up) (for|to) (our|the|this|more|get)|subscribe for|unsubscribe
    your (inbox|email)|enjoyed this|have a (tip|story)$|contact our (reporters?|editors?|newsroom)
    (take|try) (our|the|this|today's) .{0,12}(quiz|poll|survey)|how much do you know about
    """
)
"""Stands within a clause; one alone may be an author's."""

_OTHERS = (
    "同栏目|作者(其[他它])?|相关|相似|延伸|推荐|更多|热门|热点|精彩|精选|最新|最热|编辑|小编|今日|本周|每日|(24)?小时|往期|同类|其[他它]"
    "|近期|站内|随机|专题|大家|猜你|为[你您]|本站|文章|点击|阅读|资源"
)
_ARTICLES = (
    "推荐|阅读|文章|新闻|内容|资[讯料]|链接|话题|报道|排行榜?|视频|回顾|精选|推送|专题|热[榜搜文]|更新|标签|列表|动态"
    "|搜索|喜欢"
)
HEADING = _any_of(
    rf"""
    ({_OTHERS}){{1,3}}({_ARTICLES}){{1,3}}|[您你](可能|也许|或许)?(也|还)?(感兴趣|喜欢|想看).{{0,6}}|if you liked this
    (related|recommended|trending|(most|top) (read|popular|viewed))( (for you|now|articles?|posts?|stories|news)){{0,2}}
    top stories|read next|see also
    more (from|on|in|about) .{{2,30}}|you (may|might|will|could)( also)? .{{2,30}}|(editor'?s'?|our) picks
    """
)
"""Fills a line, and a list of other articles stands below it."""

INSERT = _any_of(
    r"""
    [▲▼△▽↑↓]{1,3}|copy|播报编辑|upgrade to paid|thanks for reading .{2,40}subscribe.{0,80}
    [\[(【](编辑|edit|citation needed)[\])】]|复制代码|image|newsletters?|advertisements?|广告|赞助内容
    photo by .{2,40} on .{2,20}|\+\d{1,3}
    (photo|image)( credit)?s?: .{2,60}|[▲△(] ?(示意图|资料图|图).{0,30}|\(?(图源|图片来源|图)[:/] ?.{2,30}
    \(?(点击|轻触|向[上下左右]).{0,6}(大图|放大|阅览|滑动|浏览).{0,4}\)?|(立即)?点击(?![ :\d]).{1,16}
    (story|article) continues.{0,20}|(read more|see also|also read|read also|related|recommended): .{4,150}
    [【\[]?(相关|延伸|推荐|扩展|往期)(阅读|文章|报道|回顾|链接)[:】\]] ?.{4,100}
    follow us( on .{1,20})?|read more.{0,24}|vote now
    """
)
"""Fills a line that sites set between two paragraphs."""

TURN = _any_of(
    r"""
    (上一?[篇页条则章]|下一?[篇页条则章])([: ].{0,80}|$)|(previous|next)( (article|post|story|page))?([:] ?.{1,80}|$)
    [‹«←] ?.{1,80}|.{1,80}[›»→]
    """
)
"""Fills a line: the way to the article before or after this one."""

KEYWORDS = re.compile(
    r"[【\[]?(本文)?(关键[词字]|标签|tags?|tagged|key ?words?|topics?|filed under|categories|category|分类|责任?编辑"
    r"|中图分类号|文献标识码|文章编号)\s*[】\]:|][^。!?]{0,200}"
)
"""Fills a line: the words under which a site files the article."""

QUIZ = _any_of(
    r"""
    [【\[]?.{0,4}(每日一猜|投票|竞猜|问答|猜题|答题|小测|问卷)[】\]]? ?: ?.{1,80}\?.{0,30}
    .{0,80}答案[是为]? ?: ?([a-h、, ]{1,12}|.{1,12})|.{0,120}answer: [a-h]\.?
    """
)
"""Fills a line that asks a riddle or for a vote."""
