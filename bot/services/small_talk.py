"""What is said to a bot rather than asked of the articles, in three languages; no pattern here has a subject.

What must not live here: questions (:mod:`bot.services.plain_words`), and what is answered.
"""

import re
from typing import Literal

Talk = Literal["help", "privacy", "greeting", "thanks", "following", "complaint", "beyond"]
PLEASE = r"please|pls|plz|thanks|thank you|谢谢[你您]?|謝謝[你您]?"
END = rf"(?:[\s,，]*(?:{PLEASE}))?[\s?？!！。.…~～]*"
FOR_ME = r"(?:帮忙|幫忙|帮我|幫我|给我|給我|替我)"
ASKING_EN = r"(?:(?:can|could|would|will) you\s+)?(?:please\s+)?"
ASKING = rf"(?:能不能|可不可以|能否|可以|麻烦[你您]?|麻煩[你您]?)?(?:请|請)?{FOR_ME}?"
_BOT = r"(?:[你您妳它]|[这這][个個]?(?:机器人|機器人)?)"
HELLO = (
    r"hi+|hello+|hey+|hiya|yo|good (?:morning|evening|afternoon|night)|there|bot|footnote"
    r"|[你您妳]好[吗嗎啊呀]?|嗨|嘿|喂|哈[喽囉啰]|在(?:不在|[吗嗎])|早上好|早安|早|晚上好|晚安"
)
THANK = (
    r"(?:many )?thanks(?: (?:a lot|so much|again))?|thank you(?: (?:very|so) much)?|thx|ty|cheers"
    r"|(?:非常)?(?:谢谢|謝謝|感谢|感謝)[你您妳]?(?:了|啦)?|多谢|多謝|谢啦|謝啦|辛苦[了啦囉]"
)
_AGREED = (
    r"ok(?:ay)?|k|great|got it|nice|cool|perfect|awesome|(?:good|nice|smart|clever|well done) bot"
    r"|好的?|嗯++|哦++|噢++|行|不[错錯]|明白了|知道了|收到|[太真](?:好|棒|[厉厲]害)了?"
)
_LAUGHING = r"哈{2,}|呵{2,}|嘻{2,}|嘿{2,}|(?:ha){2,}h?|(?:he){2,}|lol|23{3,}"
# Whoever asks who it is that answers, tries it out or leaves is greeted too: no article knows.
_SELF = (
    r"(?:who|what) are you|who is footnote|(?:good)?bye|再[见見]|test(?:ing)?|ping|[测測][试試](?:一下)?"
    r"|are you (?:an? )?(?:ai|bot|robot|human|llm|language model|(?:chat ?)?gpt)|how are you"
    r"|what(?:'s|’s| is) (?:your name|up)|who (?:made|built|created) you|(?:tell me about|introduce) yourself"
    rf"|{_BOT}叫(?:什么|什麼)(?:名字)?|{_BOT}是(?:机器人|機器人|ai|(?:chat)?gpt|真人|人)[吗嗎]"
    rf"|(?:谁|誰)(?:做|造|开发|開發|创造|創造)(?:了|的){_BOT}|{ASKING}(?:介绍|介紹)(?:一?下)?{_BOT}?自己"
    rf"|(?:{_BOT}(?:到底)?|footnote\s*)是(?:谁|誰|什么|什麼)"
)
_HELP = (
    r"!?help(?: me)?|commands?|menu|how do (?:i|you) work|how does (?:this|it) work|what (?:is this|do you (?:do|know))"
    r"|what can (?:you do|i ask)(?: you)?|how (?:do|can|should) i (?:ask|search)|how (?:do i|to) use (?:you|this|it)"
    r"|(?:list|show)(?: me)?(?: all)?(?: the)? articles|what articles (?:do you have|are there)"
    r"|(?:latest|new(?:est)?|recent|all) articles|what(?:'s|’s| is) new"
    r"|帮助|幫助|帮忙|幫忙|(?:帮帮|幫幫)我|(?:使用)?(?:说明|說明)|指令|命令|(?:怎么|怎麼|如何)(?:提问|提問)"
    rf"|{_BOT}?(?:可以|能)(?:问|問)[你您妳]?(?:些)?[什甚][么麼]|{_BOT}都?知道(?:些)?(?:什么|什麼)"
    rf"|(?:{_BOT}|都|最近|今天)?有(?:什么|什麼|哪些)新?的?(?:文章|内容|內容|人物?)|(?:最新|最近|全部|所有)的?文章"
    rf"|(?:推荐|推薦)(?:[一几幾]?[篇些])?文章|{_BOT}?有(?:什么|什麼|哪些)功能"
    rf"|{_BOT}?(?:要|该|該)?(?:怎么|怎麼|如何)(?:使用|用|玩)|{_BOT}[会會能](?:做|干|幹)?[什甚][么麼]|{_BOT}能(?:干|幹)[嘛吗嗎]"
    rf"|{_BOT}是?(?:怎么|怎麼|如何)(?:工作|[运運](?:作|行)|回答(?:问题|問題)?)的?"
    # What lacks its name or its topic, as a typed command may.
    r"|who(?: is)?|[谁誰]是?|是[谁誰]|search|summar(?:y|i[sz]e)|tl;?dr"
    r"|(?:搜索|搜尋|总结|總結|介绍|介紹)(?:一下)?"
)
# Somebody's own words or data, and what a bot may do with them.
_MINE = (
    r"我[^\n,，们們]{0,6}(?:资料|資料|数据|數據|信息|資訊|问题|問題|提问|提問|记录|紀錄|記錄|对话|對話|聊天|隐私|隱私)"
)
_KEEP = r"(?:保存|储存|儲存|存储|记录|記錄|紀錄|记住|記住|收集|保留|删除|刪除|删掉|刪掉|清除|导出|匯出)"
_KEEP_EN = r"(?:keep|store|log|save|record|track|collect|remember)"
_PRIVACY = (
    rf"privacy(?: policy)?|隐私|隱私|隐私政策|隱私權?(?:政策)?|what do you {_KEEP_EN}(?: about me)?"
    rf"|what (?:data|information) do you (?:have|{_KEEP_EN})(?: (?:on|about|of) me)?|forget (?:about )?me"
    r"|(?:is|are) (?:this|my [\w ]{1,20}|our [\w ]{1,20}) (?:being )?(?:logged|stored|saved|recorded|kept|tracked)"
    rf"|(?:do|will) you {_KEEP_EN} (?:[\w']+ ){{0,3}}?(?:my|i|me)\b[^\n,;]{{0,30}}?"
    rf"|{ASKING_EN}(?:delete|erase|remove|forget|export) (?:all )?(?:of )?my\b[^\n,;]{{0,30}}?"
    rf"|(?:{ASKING}|{_BOT}?[们們]?(?:会不会|會不會|[会會能]|可以)){_KEEP}[^\n,，]{{0,2}}{_MINE}"
    rf"|(?:怎么|怎麼|如何){_KEEP}{_MINE}|{_MINE}[^\n,，]{{0,6}}?{_KEEP}(?:下来|下來)?"
)
# Words that go on from what was said before, which nothing keeps.
_THAT_EN = "(?:it|this|that|him|her|them|he|she|they)"
_WHAT = "(?:什么|什麼|啥)"
_FOLLOWING = (
    r"(?:the )?(?:next|previous|prev|last|first|second|third|other)(?: (?:page|ones?|results?|articles?))?|page \d{1,2}"
    r"|(?:show (?:me )?|tell me )?more(?: results?)?|(?:anything|something|what|who) else|(?:go )?(?:on|back)|continue"
    r"|(?:try |do it )?again|cancel|stop|undo|exit|quit|repeat(?: that)?|never ?mind|\d{1,2}"
    r"|yes|yep|yeah|no(?:pe)?|maybe|sure|really|when|where|how|why(?: not)?|huh|what(?: do you mean)?"
    r"|so|and|(?:and )?then(?: what)?"
    rf"|(?:what|how) about {_THAT_EN}|(?:what|who)(?:['’]s| is| was) {_THAT_EN}|what do(?:es)? {_THAT_EN} (?:say|mean)"
    r"|(?:看看?|[给給]我)?(?:[上下前后後][一1]?|第[一二三四五六七八九十0-9]{1,2})[页頁个個条條篇]|[翻換换][页頁]"
    r"|更多(?:[结結]果)?|[还還]有(?:[别別]的|其他的?|[没沒]有)?|(?:其他|[别別])的?|[继繼][续續](?:[说說讲講])?"
    r"|接着(?:[说說讲講])?|再[来來](?:一?[个個条條次篇])?|再[说說讲講试試]一?[遍次]|重新[来來]|取消|停止?|停下|返回"
    rf"|撤[销銷回]|退出|算了|[没沒]事了?|是的?|不是|不|[对對]的?|[没沒]有|[为為]{_WHAT}|然[后後]|[怎如]何|怎[么麼](?:[说說办辦了])?"
    rf"|是?{_WHAT}(?:意思)?|多?[说說讲講]?(?:[详詳][细細]|具[体體])?一?[点點些]|[详詳][细細]|具[体體]|展[开開](?:[说說讲講]{{1,2}})?"
    rf"|真的|[哪那][个個]|那?[他她它][们們]?|[他她](?:[们們])?是[谁誰]"
    rf"|[这這那][篇个個]?(?:文章|链接|鏈接|連結|[网網][页頁站])?(?:主要)?[讲講说說写寫]了?些?{_WHAT}"
)
_WRONG = (
    r"(?:all |so |just |really |totally )?(?:wrong|incorrect|useless|unhelpful|nonsense|stupid|dumb|not (?:an answer"
    r"|right|helpful|correct|true|it|working|good|what i (?:asked|meant|wanted)(?: for)?))(?: answer| bot)?"
)
_WRONG_ZH = (
    r"不[对對]|[错錯][了的]?|答非所[问問]|[没沒]有?[用帮幫]助?|不好用|不是[这這][个個]|[胡乱亂][说說](?:八道)?"
    r"|傻[逼瓜]|笨蛋|白痴|智障|[废廢]物|[闭閉]嘴|[滚滾]蛋?"
)
_VERY_ZH = r"(?:[真太好就]|完全|是[个個]?)*"
_COMPLAINT = (
    rf"(?:(?:that|this|it|you|your answer)(?:['’](?:s|re)| is| are| was)? )?{_WRONG}"
    r"|(?:that|this|it|you)(?:['’](?:s|re)| is| are) (?:an? |so )?(?:idiot|bad|terrible|awful|rubbish|garbage|trash)"
    r"|bad bot|fuck(?:ing)?(?: (?:you|off|this|bot))?|shut up|you suck|wtf"
    r"|(?:(?:it|this|that) )?(?:doesn|didn)['’]?t (?:work|help)"
    rf"|(?:{_BOT}{{0,2}}(?:的?回答|答案|[说說答]的)?[都也]?|回答|答案){_VERY_ZH}(?:{_WRONG_ZH})(?:了|吧|啊|啦)?"
    rf"|{_BOT}{{1,2}}{_VERY_ZH}(?:垃圾|[傻笨蠢烂爛废廢]|弱智)(?:[货貨]|[机機]器人|[东東]西|bot)?(?:了|吧|啊|啦)?"
)
# What other bots do and this one does not: open links, write, translate, tell the time, take orders to be another.
_LINKS = r"(?:<?https?://\S+>?\s*)+"
_NOW_ZH = "(?:[今明后後昨][天日]|[现現]在|外面)?"
_TODAY = (
    r"(?:(?:what|how)(?:['’]s| is) the (?:weather|time|date|temperature)|what (?:time|day) is it)"
    r"(?: (?:now|today|tomorrow|outside|like|here|right|in \w+))*"
    rf"|{_NOW_ZH}的?(?:[\u3400-\u9fff]{{2}})?{_NOW_ZH}的?天[气氣](?:[怎如](?:么样|麼樣|何)|好[吗嗎])"
    rf"|{_NOW_ZH}是?[几幾][点點][钟鐘]?了?|今天是?(?:(?:星期|[周週]|礼拜|禮拜)[几幾]|[几幾](?:月[几幾])?[号號日])"
)
_WORKS = "joke|story|poem|song|haiku|riddle|essay|e-?mail|letter|script|program|function|picture|image|drawing|code"
_TASK = (
    rf"{ASKING_EN}(?:tell|write|draw|paint|compose|generate|create|make|sing)(?: me| us)? (?:an?|some|another|my) "
    rf"(?:\w+ ){{0,2}}?(?:{_WORKS})s?\b.*"
    rf"|{ASKING_EN}(?:translate|proofread)\b.*|(?:{FOR_ME}|[请請])?翻[译譯](?:一?下|成.{1, 3}[文语語]|[这這]|[:：\s]).*"
    rf"|[请請]?{FOR_ME}(?:[写寫画畫算]|翻[译譯]|[编編][写寫]?).*|[请請]?[写寫画畫]一?[首篇段封个個张張幅份].*"
    r"|[讲講说說来來](?:一?[个個则則段])?(?:笑[话話]|故事|段子)|唱(?:一?首)?歌"
)
_ORDERS = (
    r"(?:please |now |just )*(?:ignore|disregard|forget|override)\b.{0,60}\b(?:instructions?|prompts?|rules?)\b.*"
    r"|.{0,60}\byour (?:system )?(?:prompt|instructions|api ?key|token|password|source code)\b.{0,60}"
    r"|(?:you are now|from now on|pretend (?:to be|you|that)|act as (?:if|an?)|imagine you)\b.*"
    r"|[请請]?(?:忽略|[无無][视視]|忘[记記掉]).{0,20}(?:指令|指示|提示|[规規][则則]|[设設]定|要求|限制).*"
    r"|.{0,20}[你您]的?(?:系[统統])?(?:提示[词詞]?|token|令牌|密[码碼钥鑰]|源代?[码碼]|api ?key).{0,20}"
    r"|[从從]?[现現]在(?:[开開]始|起)?[,，]?你(?:是|要|就).*|[请請]?[你您][来來]?(?:扮演|假[装裝]).*"
)
_MARK = r"[\s,，.!！。~～]"
_TALK: tuple[tuple[Talk, str], ...] = (
    ("greeting", rf"(?:{HELLO})(?:[\s,，!！~～]*(?:{HELLO}))*[啊呀]?"),
    ("greeting", rf"(?:{_SELF})[呢啊呀]?"),
    ("thanks", rf"(?:(?:{_AGREED}){_MARK}*)*(?:{THANK}|{_AGREED}|{_LAUGHING})(?:{_MARK}*(?:{THANK}|{HELLO}))*[啊呀]?"),
    ("help", rf"(?:{_HELP})[呢啊呀]?"),
    ("privacy", rf"(?:{_PRIVACY})[了吗嗎么麼呢]{{0,2}}"),
    ("following", rf"(?:{_FOLLOWING})[呢啊呀吗嗎吧]?"),
    ("complaint", rf"(?:{_COMPLAINT})"),
    ("beyond", rf"(?:{_LINKS}|{_TODAY}|{_TASK}|{_ORDERS})"),
)
_PATTERNS = tuple((kind, re.compile(pattern + END, re.IGNORECASE | re.DOTALL)) for kind, pattern in _TALK)
_STOP = re.compile(r"[.!?。！？\n]+")
_MOST_SENTENCES = 6


def talk(words: str) -> Talk | None:
    """Return what is said to the bot in a short text, by its last sentence where there are several, or None."""
    said = _said(words)
    sentences = [sentence.strip() for sentence in _STOP.split(words) if sentence.strip()]
    if said is None and 1 < len(sentences) <= _MOST_SENTENCES:
        each = [_said(sentence) for sentence in sentences]
        return each[-1] if all(each) else None
    return said


def _said(words: str) -> Talk | None:
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(words)), None)
