"""What sites write around articles: labels that fill a clause, phrases within one, headings of lists.

Patterns are asked of folded clauses: Simplified, lower case, half-width. What must not live here: what is cut.
"""

import re


def _any_of(*groups: str) -> re.Pattern[str]:
    """Compile alternatives that stand one or several to a line."""
    return re.compile("|".join(line.strip() for group in groups for line in group.strip().splitlines()))


LABEL = _any_of(
    # What says that the page or the text ends or goes on.
    r"""
    end|the end|(全文|正文)?完|(story|article) continues.{0,20}|scroll to continue
    """,
    # What is put to the vote.
    r"""
    .{0,6}每日一猜.{0,8}|(今日|正确|参考|本期|本题)?答案(分析|解析|揭晓)?
    .{0,8}(今日|每日|趣味|有奖)(竞猜|问答|答题|一题|小测|投票|猜题).{0,8}|(参与|快来)(答题|投票|竞猜).{0,10}
    (参与|我要|立即|提交|网络|在线|小|本期|读者)?(投票|竞猜)(结果|中|截止.{0,12})?|[单多]选题?|(查看|投票)结果
    (提交|公布)答案|猜一猜|测一测
    (已有)? ?\d+ ?(人|票)(参与|投票|已投|选择)?.{0,6}|(本期|今日|互动)(话题|投票|问题)
    (daily |weekly |pop |reader |online |our |today's )*(quiz|poll)( of the (day|week))?|vote( now)?|cast your vote
    votes?( cast)?
    take (our|the|this) (quiz|poll|survey).{0,20}|(submit|view)( your)? (votes?|answers?|results?)|question of the day
    (the )?(correct |today's )?answer
    """,
)
"""Fills a clause: hardly any article says this alone."""

PHRASE = _any_of(
    # Rights and liability.
    r"""
    未经.{0,10}(授权|许可|同意)|书面授权|联系.{0,2}授权|建立镜像|追究.{0,6}(法律)?责任|仅代表.{0,10}(观点|立场|意见)
    侵犯了?(您|你)|自行上传
    应独立判断|原(作者|出处)
    in whole or in part|solely those|(general|general purposes) information|information only|in our newsletter
    reproduction.{0,40}prohibited
    观点仅代表|与.{1,12}(立场)?无关|[仅请].{0,8}(作|做|供)参考|(来源|来自|整理)于?(互联)?网络|如若转载|转载(须知|来源)
    信息服务许可|风险提示|信息发布平台
    传播更多信息|(注明|标明)(出处|来源)|谨慎(决策|投资)|归原作者|保留所有权利|违者必究|(删除|下架)(处理|内容)
    all content|unauthori[sz]ed|not responsible for|external (sites|links)
    opinions?.{0,30}(are|is) (their|his|her|my) own|do your own research
    (financial|investment|legal|medical) advice|by (signing up|continuing|subscribing|clicking)|agree to (our|the)
    do not sell|our standards|trust principles
    republished from|creative commons licen[cs]e|read the original|use of cookies|reporting by .{2,60}|syndicated
    版权(归|所有|声明|信息|属于)|著作权(归|属)|转载(请|须|需|时|务必|自网络)
    (未经|禁止|不得|谢绝|严禁).{0,10}(转载|复制|摘编|盗用)
    不代表.{0,20}(观点|立场|意见)|仅代表.{0,10}(观点|立场)|(作者|个人)(独立|本人)?的?(观点|意见)$
    (网友|用户|作者)(自行)?(投稿|上传|发布)
    信息(存储|发布|储存)(空间)?(服务|平台)|(侵权|侵犯).{0,14}((行|内)?为|删除|联系|责任|处理|告知|投诉|举报|之处)
    (如有|涉及|如发现|若有|如对|如涉|如).{0,16}(侵权|侵犯|版权|异议|投诉|不妥)
    (第一时间|及时|尽快|立即)(进行)?(处理|删除|更正|获取|了解)
    (请|可|敬请)?(及时|尽快)?[与和]?联系(我们|本站|本网|小编|管理员|后台|删除|邮箱)|请联系[: ]
    [仅]供(学习|交流|参考|读者参考)
    不(构成|作为).{0,14}(建议|依据)|(投资|股市|市场)(有风险|需谨慎).{0,10}|(入市|投资)需谨慎|风险自(担|负)
    据此(操作|投资)
    ^(本|该|此)(站|网站|网|平台|公众号).{0,6}(转载|登载|刊载|所载|所有|仅|不承担|不对|提供|部分)|不承担.{0,8}责任
    免责声明|^([特郑重]{0,2}别?声明)$
    icp[备证]|公网安备|增值电信|许可证(号|编号)|(举报|投诉|客服|服务|联系|合作)(电话|邮箱|热线|方式|qq|微信)
    (商务|广告|媒体)合作|图片?(来源|源自)于?网络
    copyright|©|\(c\) ?\d{4}|all rights reserved|may not be (re)?(produced|published|printed|broadcast|distributed|used)
    without (the )?(prior |express |written )*(permission|consent)
    (views|opinions) (and opinions )?(expressed|are those)
    do(es)? not (necessarily )?(reflect|represent)|for (general )?informational purposes
    not (constitute|intended (as|to be)|be construed as)
    (we|this (web)?site) uses? cookies|terms of (use|service)|privacy policy|affiliate (links?|commission|partner)
    earn a commission
    amazon associate|(was )?(originally|first) (published|appeared) (on|in|at)|unsubscribe|registered trademark
    disclaimer
    """,
    # Calls to follow, fetch, join.
    r"""
    留言(讨论|互动|告诉)|讨论区|进入.{0,6}(交流)?群|微信好友|资讯请?关注|小说阅读器
    有(所)?帮助.{0,4}(请|就)?.{0,4}(分享|点赞)?
    follow @|continue the conversation|on our (forum|site|website|app)|donate (today|now)|sign up to
    scroll to continue|top stories by
    评论区|留言区|(欢迎|快来|记得).{0,6}(评论|留言|点赞|收藏)|点击.{0,12}(原文|卡片|链接|专题|了解|关注|进入|查看)
    点.{0,2}(在看|阅读原文)|关注我们|二维码
    (回复|发送)["“].{1,10}["”]|粉丝福利|(财经|新闻|资讯)app|app下载|扫码|长按识别|分享给更多|设为星标|adsbygoogle
    in the comments|let us know|what do you think|subscribe for|support (my|our) (work|journalism)
    (follow|like) .{2,24} for more|delivered to
    your (inbox|email)|every (morning|day|week) (to|in)|enjoyed this|join (us|our .{2,12}) on
    on (discord|telegram|slack|whatsapp)
    尽在.{1,16}(app|客户端|公众号|网|微信)|下载.{0,10}(app|客户端|应用)|(海量|独家)(资讯|新闻|观点|内容)
    (关注|添加|搜索|订阅).{0,12}(公众号|微信号|官方微信|官方微博|视频号|订阅号)
    (公众号|微信号)(id)?[:]|(内容|本文|文章)由.{0,6}(ai|机器|系统)(自动)?(生成|编写|匹配|翻译)|系统(为您|自动)
    (为您|猜你)(推荐|匹配|喜欢)
    更多.{0,8}(内容|资讯|新闻|文章)(请|敬请|尽在|关注|$)|欢迎(关注|订阅|投稿|转发|分享|留言|扫码|加入)
    加入.{0,10}(交流群|读者群|微信群|qq群|社群)
    点个?(赞|在看)|一键三连|(转发|分享)给.{0,8}(朋友|好友)|领取.{0,10}(资料|福利|红包|优惠)
    (有|如有)(投稿|爆料|线索).{0,6}|投稿(邮箱|请|需求)|添加.{0,8}微信|(读者|交流|qq)群[:号]
    subscribe (to|for) (our|the|this|more)|(read|get|watch) more (from|of) us|sign up (for|to) (our|the|receive|get)
    (to|in) your inbox|follow us
    turn on notifications
    join (our|the) (newsletter|mailing list|channel|community|conversation|discussion)|(like|find) us on
    download (our|the) .{0,10}app
    support (our|independent) journalism|become a (member|subscriber)|already a (member|subscriber)
    (share|forward) this (article|story|post) with
    get (our|the) .{0,20}(newsletter|alerts)|have a (tip|story)$|like this (article|story|post)$
    contact our (reporters?|editors?|newsroom)|delivered (straight |directly )?to
    """,
    # What is put to the vote.
    r"""
    答题有奖|今日话题|本期(调查|话题)|上期答案|poll of the|answer the (quiz|poll)|quiz below
    考考你|问卷调查|话题讨论|你怎么看|本次(投票|问答)|test your knowledge|total votes
    (take|complete) (the|our|this) survey
    每日一猜|(今日|本期|正确)答案(是|为|:)|(欢迎|快来|点击|请).{0,8}(投票|竞猜|答题)|投票(截止|结束|链接|通道)
    (take|try) (our|the|this|today's) .{0,12}(quiz|poll|survey)|how much do you know about|vote in our|cast your vote
    tell us what you think
    """,
)
"""Stands within a clause; one alone may be an author's."""

_OTHERS = (
    "同栏目|作者(其[他它])?|可能错过的?|精彩|相关|相似|延伸|推荐|更多|热门|热点|精彩|精选|最新|最热|编辑|小编|今日|本周|每日|(24)?小时|往期|同类|其[他它]"
    "|近期|站内|随机|专题|好文|大家|猜你|为[你您]|本站|文章|点击|阅读|资源"
)
_ARTICLES = (
    "推荐|阅读|文章|新闻|内容|资讯|资料|链接|话题|报道|排行榜?|视频|回顾|精选|帖子|推送|专题|导读|热文|热榜|热搜"
    "|更新|标签|列表|动态|要闻|搜索|喜欢"
)
HEADING = _any_of(
    rf"""
    ({_OTHERS}){{1,3}}({_ARTICLES}){{1,3}}|大家(都|还)?在(看|搜|读)|热搜榜?|排行榜|网友还在看
    看了(本文|又看|还看).{{0,8}}
    [您你](可能|也许|或许)(也|还)?(感兴趣|喜欢|想看|会喜欢).{{0,6}}|猜[你您](感兴趣|想看)
    """,
    r"""
    related( (articles?|posts?|stor(y|ies)|news|content|topics?|reading|links?|coverage|items))?
    recommended( (for you|reading|stories|articles|posts))?|if you (liked|enjoyed) this.{0,30}
    more (from|on|in|about) .{2,30}
    you (may|might|will|could)( also)? (like|enjoy|be interested in|love|have missed).{0,30}
    more (stories|news|articles|posts|coverage|to read|like this).{0,20}|trending( (now|stories|topics|today))?
    (most|top) (read|popular|viewed|stories|shared|commented)( (stories|articles|posts|news))?.{0,16}
    (latest|popular|recent|featured|other) (news|stories|articles|posts|headlines)|read (next|also|this next)|up next
    in other news|what to read next|further reading|also (on|in) .{2,20}|(editor'?s'?|our) picks|in case you missed it
    don'?t miss
    see also|(from|around) the web|(explore|discover) more.{0,16}
    """,
)
"""Fills a line, and a list of other articles stands below it."""

INSERT = _any_of(
    r"""
    [▲▼△▽↑↓]{1,3}|[\[(【](编辑|edit|citation needed)[\])】]|播报编辑|copy|复制代码|image|图片|click to expand[.…]*
    (press|click|tap) .{0,20}(view|see|expand|enlarge).{0,30}|photo by .{2,40} on .{2,20}
    (photo|image)( credit)?s?: .{2,60}|\+\d{1,3}|upgrade to paid|thanks for reading .{2,40}subscribe.{0,80}
    [▲△(] ?(示意图|资料图|图).{0,30}|\(?(图源|图片来源|图)[:/] ?.{2,30}
    \(?(点击|轻触|向[上下左右]).{0,6}(大图|放大|阅览|滑动|浏览).{0,4}\)?
    (立即)?点击(?![ :\d]).{1,16}|(story|article) continues.{0,20}|.{0,4}adsbygoogle.{0,80}
    (read more|see also|also read|read also|related|recommended|must read|don't miss|more): .{4,150}
    [【\[]?(相关|延伸|推荐|扩展|往期)(阅读|文章|报道|回顾|链接)[:】\]] ?.{4,100}
    广告|推广|赞助内容|(点击|请)?(查看|加载|阅读|展开)(全文|原文|余下.{0,6}|完整.{0,6}).{0,6}
    分享(到|至|给|本文).{0,10}
    .{0,6}(扫一扫|扫码|扫描).{0,14}|(长按|识别).{0,10}[二维]+码.{0,10}|.{0,8}二维码.{0,4}|打开.{0,8}app.{0,8}
    点击.{0,12}(查看|下载|报名|领取).{0,12}
    (关注|联系)我们|关注.{0,10}公众号.{0,10}|.{0,6}每日一猜.{0,8}|(参与|我要|立即|提交|网络|在线|本期|读者)投票(结果)?
    advertisements?|sponsored content|promoted|(continue|keep) reading.{0,30}|(article|story) continues below.{0,20}
    scroll to continue
    share this( article| story| post| page)?( on .{1,12})?|subscribe( now| today| here)?|follow us( on .{1,20})?
    sign up( now)?( for free)?
    read more.{0,24}|click here.{0,40}|vote now|cast your vote|take (our|the|this) (quiz|poll|survey).{0,20}
    newsletters?
    """
)
"""Fills a line that sites set between two paragraphs."""

TURN = _any_of(
    r"""
    (上一?[篇页条则章]|下一?[篇页条则章]|前一篇|后一篇)([: ].{0,80}|$)
    (previous|next)( (article|post|story|page))?([:] ?.{1,80}|$)
    [‹«←] ?.{1,80}|.{1,80}[›»→]|» ?(上|下)一篇.{0,80}|list \d+ of \d+.{0,100}
    """
)
"""Fills a line: the way to the article before or after this one."""

KEYWORDS = re.compile(
    r"[【\[]?(本文)?(关键[词字]|标签|tags?|tagged|key ?words?|topics?|filed under|categories|category|分类|责任?编辑"
    r"|中图分类号|文献标识码|文章编号)\s*[】\]:|][^。!?]{0,200}"
)
"""Fills a line: the words under which a site files the article."""

PATH = re.compile(
    r"([您你]|当前|现在)*(所在)?的?位置:? ?.{1,120}|.{0,10}(首页|主页)\s*[>»›/].{1,120}|home\s*[>»›/].{1,120}"
)
"""Fills a line: the way from the site's first page to the article."""

RESOURCES = re.compile(r"系统(为您|自动)|(为您|猜你)(推荐|匹配|喜欢)|picked for you")
"""Stands in a line above a list that a machine made."""

QUIZ = _any_of(
    r"""
    [【\[]?(每日一猜|.{0,4}(投票|竞猜|问答|猜题|答题|小测|问卷|调查|话题讨论|考考你))[】\]]? ?: ?.{1,80}\?.{0,30}
    .{0,80}答案[是为]? ?: ?([a-h、, ]{1,12}|.{1,12})
    ((daily|weekly|reader) )?(quiz|poll)( of the day)?: .{1,120}\?.{0,40}
    .{0,120}(correct )?answer: [a-h]\.?|test your knowledge: .{1,120}
    """
)
"""Fills a line that asks a riddle or for a vote."""

POLL = re.compile(r"投票|竞猜|每日一猜|[单多]选|答题|\b(?:poll|quiz|vote)\b")
"""Stands in a line that asks, with options below it."""
