"""What sites write around articles, as patterns: labels that fill a clause, phrases within one, section headings.

Every pattern is asked of a clause in lower case. What must not live here: what is cut for it.
"""

import re

_LABELS = (
    # where one is and where one may go
    r"(网站)?首页|首頁|返回.{0,4}|登[录陆入錄]|注[册冊]|免费注册|登[录錄陆入]?[/ ]?注[册冊]|(站内|全站|热门|熱門)?搜[索尋](一下)?|热搜榜?|导航|導航|菜单|選單|关于我们|關於我們"
    r"|联系我们|聯[繫絡]我們|加入我们|帮助(中心)?|网站地图|隐私(政策|条款)|用户协议|服务条款|手机版|电脑版|客户端|小程序"
    r"|(您|你)?(现在|当前|目前)?的?位置(是)?|繁[體体](中文|版)?|简体(中文|版)?|[a+]{2,3}|字[号號体體]|[大中小]",
    r"home|log ?in|log ?out|sign ?(in|up|out)|register|search|menu|navigation|skip to (main |the )?content|about( us)?|contact( us)?|help"
    r"|site ?map|privacy( policy)?|terms( (of|and) .{3,20})?|cookie (policy|settings|preferences)|accept( all)?( cookies)?|back to top|careers|faq",
    # what one may do with the page
    r"(点[击擊]|點擊)?(查看|加[载載]|[阅閱][读讀]|展[开開])(更多|全文|原文|[余餘]下.{0,6}|[评評][论論])?.{0,4}|更多|收起|(点击|點擊).{0,12}(查看|下载|下載|进入|關注|关注|报名|领取)"
    r".{0,12}|下[载載](app|客户端)|打[开開].{0,8}app.{0,8}|[广廣]告|[赞贊]助(内容)?|推[广廣]",
    r"分享(到|至|给|給|本文|按钮|文章)?.{0,8}|[转轉][发發](到.{0,6})?|收藏(本文)?|点[赞讚]|點[赞讚]|喜[欢歡]|[赞讚踩]|(发表|發表|写|寫|网友|網友|最新|全部|热门)?[评評][论論](区|列表|\(\d+\))?"
    r"|[举舉][报報]|打[赏賞](作者)?|(微信)?(好友|朋友圈)|微信|微博|新浪微博|腾讯微博|qq(空[间間]|好友|群)?|豆瓣|知乎|line|facebook|twitter|复制(链接|网址)|打印(本[页頁])?|关注|關注"
    r"|.{0,6}(扫|掃)(一扫|描|码|碼|一掃).{0,14}|(长按|長按|识别).{0,10}[二維维]+[码碼].{0,10}|(点击|點擊)?(关注|關注)(我们|我們|.{0,10}公众号.{0,10})|0",
    r"share( this| on| via| to)?( article| story| post| page)?( on .{1,12})?|tweet|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail( this)?"
    r"|print|copy( the)? link|save|bookmark|like|(\d+ )?comments?( ?\(\d+\))?|leave a (comment|reply)|post a comment|reply|view (all|more).{0,20}|show more|load more|read more.{0,30}"
    r"|continue reading.{0,30}|keep reading.{0,30}|click here.{0,40}|(article continues below|story continues below).{0,20}|advertisements?|sponsored( content)?|promoted|ad"
    r"|subscribe( now| today| here)?|newsletters?|follow( us| me)?( on .{1,20})?|download (the|our) app.{0,20}|get the app|filed under.{0,60}|tagged( with)?.{0,60}|\d+ shares?|\d+ min(ute)?s? read",
    # what is put to the vote
    r".{0,6}每日一猜.{0,8}|(今日|正确|正確|参考|參考|本期)?答案(分析|解析|揭[晓曉])?|.{0,8}(今日|每日|趣味|有奖)(竞猜|競猜|问答|問答|答题|一题|一題|小测|投票).{0,8}"
    r"|(参与|參與|我要|立即|提交|网络|在线|小|本期)?(投票|竞猜|競猜)(结果|結果|中|截止.{0,12})?|[单單多][选選]题?|查看(结果|投票结果)|提交答案|(已有)?\d+ ?(人|票)(参与|參與|投票|已投|选择)?.{0,6}|(本期|今日|互动|互動)(话题|話題)"
    r"|猜一猜|测一测|測一測",
    r"(daily |weekly |pop |reader |online |our )*(quiz|poll)( of the (day|week))?|vote( now)?|take (our|the|this) (quiz|poll|survey).{0,20}|cast your vote|\d[\d,]* votes?"
    r"|(submit|view)( your)? (vote|votes|answer|answers|results?)|question of the day|(correct |today'?s )?answer|see (the )?results",
)
_PHRASES = (
    # rights and liability
    r"版[权權](归|歸|所有|声明|聲明|信息|属于|屬於)|著作[权權](归|歸|属)|[转轉][载載](请|請|须|需|时|务必|務必)|(未经|未經|禁止|不得|谢绝|谢絕|严禁|嚴禁).{0,10}([转轉][载載]|复制|複製|摘编|盗用)"
    r"|不代表.{0,20}([观觀]点|觀點|立[场場]|意[见見])|(作者|个人|個人)(独立|獨立|本人)?的?(观点|觀點|意见)$|(网友|網友|用户|用戶|作者)(自行)?(投稿|上[传傳]|发布|發布)"
    r"|信息(存储|发布|储存)(空间)?(服务|平台)|(侵权|侵權|侵犯).{0,14}((行|内)?为|删除|刪除|联系|聯[系絡繫]|[责責]任|处理|告知|投诉|举报|之处)|(如有|涉及|如发现|如發現|若有|如对|如對|如涉).{0,16}(侵[权權]|版[权權]|异议|異議|投诉|投訴|不妥)"
    r"|(第一时间|及时|及時|尽快|立即)(处理|删除|刪除|更正)|(请|請|可|敬请)?(及时|及時|尽快)?(与|與|和)?(联系|聯[系絡繫])(我们|我們|本站|本网|小编|管理员|后台|删除|刪除|邮箱|郵箱)|(请|請)(联系|聯[系絡繫])[:： ]"
    r"|[仅僅]供(学习|學習|交流|参考|參考|读者参考)|不(构成|構成|作为|作為).{0,14}(建[议議]|依据|依據)|(投资|股市|市场)(有风险|有風險).{0,10}|风险自(担|负)|風險自[擔負]|^(本|该|此)(站|网站|网|平台|公众号).{0,6}(转载|登载|刊载|所载|所有|仅|不承担|不对|提供|部分)"
    r"|不承担.{0,8}责任|(icp|公网安)备|icp證|增值电信|许可证(号|编号)|(举报|投诉|客服|服务|联系|合作)(电话|邮箱|热线|方式|qq|微信)|(商务|广告|媒体)合作|图(片)?(来源|源自)?(于)?网络|免[责責][声聲]明|^([特郑重]{0,2}别?声明|[声聲]明)$",
    r"copyright|©|\(c\) ?\d{4}|all rights reserved|may not be (re)?(produced|published|printed|broadcast|distributed|used)|without (the )?(prior |express |written )*(permission|consent)|views (and opinions )?(expressed|are those)"
    r"|do(es)? not (necessarily )?(reflect|represent)|for (general )?informational purposes|not (constitute|intended (as|to be)|be construed as)|(we|this (web)?site) uses? cookies|terms of (use|service)|privacy policy"
    r"|affiliate (links?|commission|partner)|earn a commission|amazon associate|(was )?(originally|first) (published|appeared) (on|in|at)|unsubscribe|registered trademark|disclaimer",
    # calls to follow and fetch
    r"[尽盡]在.{1,16}(app|客户端|公众号|網|网|微信)|下[载載].{0,10}(app|客户端|应用)|(海量|独家|獨家)[资資][讯訊]|(关注|關注|添加|搜索|订阅).{0,12}(公众号|公眾號|微信号|官方微信|官方微博|视频号|订阅号)|(公众号|微信号)(id)?[:：]"
    r"|(内容|本文|文章|以上内容)由.{0,6}(ai|机器|系统)(自动)?(生成|编写|匹配|翻译)|系统(为您|自动)|(为您|為您|猜你)(推荐|推薦|匹配|喜欢)|(更多|精彩).{0,8}(内容|資訊|资讯|新闻|文章)(请|敬请|尽在|关注|，|$)|欢迎(关注|订阅|投稿|转发|分享|留言|扫码|加入)|歡迎(關注|訂閱|投稿|轉發|分享|留言|加入)"
    r"|加入.{0,10}(交流群|读者群|微信群|qq群|社群)|(点|點)(个|個)?(赞|讚|在看)|一键三连|(转发|分享)(给|給|到).{0,8}(朋友|好友|朋友圈)|(领|領)取.{0,10}(资料|福利|红包|优惠)",
    r"subscribe (to|for) (our|the|this|more)|sign up (for|to) (our|the|receive|get)|(to|in) your inbox|follow us|join (our|the) (newsletter|mailing list|channel|community|conversation|discussion)|(like|find) us on|download (our|the) .{0,10}app"
    r"|support (our|independent) journalism|become a (member|subscriber)|already a (member|subscriber)|(share|forward) this (article|story|post) with|get (our|the) .{0,20}(newsletter|alerts)|turn on notifications|have a (tip|story)\?",
    # what is put to the vote
    r"每日一猜|(今日|本期|正确|正確)答案(是|为|為|[:：])|(欢迎|快来|點擊|点击|请).{0,8}(投票|竞猜|競猜|答题)|投票(截止|结束|链接|通道)|take (our|the|this) (quiz|poll|survey)|vote in our|cast your vote|tell us what you think",
)
_HEADINGS = (
    r"(相[关關]|延伸|推[荐薦]|更多|[热熱][门門]|猜[你您]|精彩|最新|[编編][辑輯]|今日|本周|[热熱][点點]|往期|同[类類]|其[他它]|近期|[为為]您|大家|站内|随机|資源|相似|为你|[阅閱][读讀]|最[热熱]|本站|文章|点击|點擊)"
    r"(的|都在|还在|本[类類])?(推[荐薦]|[阅閱][读讀]|文章|新[闻聞]|[内內]容|[资資][讯訊]|[资資]料|喜[欢歡](看)?|[链鏈連][接結]|[话話][题題]|[报報][道導]|排行(榜)?|[视視][频頻]|回[顾顧]|精[选選]|帖子|推送|看|搜索|搜|更新|[标標][签籤]|[专專][题題])(推[荐薦]|排行(榜)?|列表)?"
    r"|[您你]可能(也|还|還)?(感兴趣|感興趣|喜[欢歡]|想看|会喜欢).{0,6}|猜[你您]喜[欢歡]|看了(本文|又看|还看).{0,8}|网友还在看|排行榜|[热熱]搜榜?",
    r"related( (articles?|posts?|stor(y|ies)|news|content|topics?|reading|links?|coverage|items))?|you (may|might|will|could)( also)? (like|enjoy|be interested in|love|have missed).{0,20}|recommended( (for you|reading|stories|articles|posts))?"
    r"|more (from|on|in|about) .{2,30}|more (stories|news|articles|posts|coverage|to read|like this).{0,20}|(most|top) (read|popular|viewed|stories|shared|commented)( (stories|articles|posts|news))?.{0,16}|trending( (now|stories|topics|today))?|(latest|popular|recent|featured|other)( (news|stories|articles|posts|headlines))"
    r"|read (next|also|this next)|up next|what to read next|further reading|also on .{2,20}|editor'?s'? picks|in case you missed it|don'?t miss|keep reading|see also|from the web|around the web|explore more.{0,16}",
)
_TURNS = r"(上一[篇页頁条條则章]|下一[篇页頁条條则章]|前一篇|[后後]一篇)([:： ].{0,80}|$)|(previous|next)( (article|post|story|page))?([:：] ?.{1,80}|$)|[‹«←].{1,80}|.{1,80}[›»→]"
_KEYWORDS = r"(本文)?([关關][键鍵][词詞字]|[标標][签籤]|tags?|tagged|keywords?|topics?|filed under|categories|category|分[类類]|[责責]任?[编編][辑輯])\s*[:：].{0,200}"

LABEL = re.compile("|".join(_LABELS))
"""Fills a clause: nothing in an article says only this."""
PHRASE = re.compile("|".join(_PHRASES))
"""Stands within a clause; one alone may be an author's."""
HEADING = re.compile("|".join(_HEADINGS))
"""Fills a line, and a list of other articles stands below it."""
TURN = re.compile(_TURNS)
"""Fills a line: the way to the article before or after this one."""
KEYWORDS = re.compile(_KEYWORDS)
"""Fills a line: the words under which a site files the article."""
