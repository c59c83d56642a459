"""The patterns around a name that say what it names. What must not live here: any name of a particular person.

Han is simplified throughout, since the rules read folded text; plain word lists are in :mod:`corpus.who.words`.
"""

import re


def _any(*lines: str) -> str:
    """Return a pattern for any of the words between spaces, the longest first; "_" stands for a space."""
    words = " ".join(lines).split()
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True)).replace('_', ' ')})"


TITLE_ZH = _any(
    "首席[一-龥]{2,4}官 首席[一-龥]{2,4}师 首席科学家 联合创始人 共同创始人 联合创办人 创始人 创办人 创立者 发明者",
    "发明人 董事长 董事 副总裁 总裁 总经理 副总经理 经理 总监 总编辑? 主编 主席 总统 首相 总理 部长 副部长 局长",
    "处长 市长 省长 州长 书记 秘书长 大使 议员 院长 副院长 所长 校长 副校长 主任 教授 副教授 讲师 研究员 科学家",
    "学家 学者 院士 工程师 设计师 建筑师 摄影师 艺术家 音乐家 飞行员 宇航员 架构师 博士生 博士后 博士 律师 法官",
    "医生 医师 导演 演员 歌手 作家 诗人 画家 记者 编辑 作者 译者 主持人 分析师 投资人 投资者 合伙人 负责人 领导者",
    "带头人 发起人 掌门人 核心人物 灵魂人物 发言人 顾问 企业家 老板 女王 国王 皇帝 皇后 公主 王子 将军 上将 元帅",
    "司令 教练 队长 选手 球员 馆长 社长 会长 理事长 理事 站长 船长 店长 厂长 导师 老师 VP CEO C[TFOIMP]O",
)
TITLE_EN = _any(
    r"chief_\w+_officer chief_executive chief_scientist chief_economist co-?founder founder",
    r"chair(?:man|woman|person)? vice_president president prime_minister minister senator governor mayor",
    r"secretary ambassador director head dean provost curator librarian associate_professor assistant_professor",
    r"professor scientist researcher engineer economist analyst historian physicist chemist biologist",
    r"mathematician philosopher writer author journalist editor reporter poet painter composer architect",
    r"designer inventor investor lawyer judge doctor surgeon actor actress singer captain coach manager partner",
    r"spokes(?:man|woman|person) king queen prince princess emperor CEO CTO CFO COO VP Dr\.? Prof\.? Mr\.?",
    r"Mrs\.? Ms\.? Sir",
).replace("(?:", "(?i:", 1)
TITLE = re.compile(rf"{TITLE_ZH}|\b{TITLE_EN}s?\b", re.IGNORECASE)
SHARED = re.compile("^(?:联合|共同|co-?)", re.IGNORECASE)  # a founder with others is a founder too
OFFICE = re.compile(  # the titles that an organisation stands in front of
    r"(?:的|前|原|现任|前任|联席|联合|共同)*(?:首席|创始人|创办人|董事长|总裁|副总裁|总经理|CEO|CTO|CFO|COO|VP)"
    r"|(?:'s)? (?:CEO|CTO|CFO|chief|co-?founder|founder|chairman|president|spokes)",
    re.IGNORECASE,
)
_RELATION = _any("好友 朋友 同学 同事 师从 妻子 丈夫 父亲 母亲 儿子 女儿 兄弟 哥哥 弟弟 姐姐 妹妹 搭档 弟子 学生 门徒")
_HONORIFIC = _any("先生 女士 小姐 教授 博士 院士 老师 总统 总理 首相 主席 校长 总裁 院长 同志 等人 夫妇 本人")
_PERSON_VERB = _any(
    "表示 认为 指出 称 说 告诉 透露 强调 预测 坦言 直言 回忆 解释 介绍 宣布 写道 提出 提到 补充 感叹 承认 呼吁 讲",
    "谈 问 答 创办 创立 发明 出生 生于 毕业 担任 曾任 曾 加入 离开 离职 任职 获得 看到 发现 相信 觉得 希望 决定 想",
    "带领 领导 主持 辞去 去世 逝世 找 邀请 会见 拜访 联手 携手",
)
_PERSON_VERB_EN = _any(
    "said says told tells argued argues wrote writes added adds explained explains believes believed thinks thought",
    "announced founded co-founded joined left led leads was_born graduated studied taught teaches became served serves",
    "resigned retired died invented discovered recalled recalls claimed claims noted notes warned warns predicted who",
    "is_an? was_an? is_the was_the",
)
_ADVERB = r"(?:却|也|则|还|就|又|便|都|曾经?|后来|随后|最近|近日|向[^,。]{1,12}|对[^,。]{1,14})?"
_BRACKETS = r"(?:\([^()]{1,60}\))?"
SUBJECT_VERB = re.compile(rf"{_BRACKETS}\s*{_ADVERB}\s*(?:{_PERSON_VERB}|{_PERSON_VERB_EN}\b)")
HONORIFIC_AFTER = re.compile(_BRACKETS + _HONORIFIC)
TITLE_BEFORE = re.compile(rf"(?:{TITLE_ZH}|{_RELATION}|\b{TITLE_EN},?)(?:之一|的)?[\s“\"「、]*$", re.IGNORECASE)
APPOSITION_AFTER = re.compile(
    rf", (?:\w+ ){{0,5}}?{TITLE_EN}\b|\([^()]{{0,20}}?{TITLE_ZH}|,\s*(?!其)[^,。]{{0,12}}{TITLE_ZH}", re.IGNORECASE
)
ORGANISATION_SUFFIX = re.compile(
    _any("公司 集团 大学 学院 研究院 研究所 实验室 基金会 基金 银行 科技 委员会 协会 医院 出版社 博物馆 图书馆") + "$"
)
INSTITUTION = re.compile(".*(?:大学|学院|研究院|研究所|银行|医院|出版社|博物馆|图书馆)$")
ORGANISATION_BEFORE = re.compile(
    r"(?:公司|企业|机构|巨头|实验室|组织|加入|入职|任职于|创办了?|创立了?|收购了?"
    r"|\b(?:company|startup|firm|joined|founded|at|of))[\s“\"「]*$"
)
ORGANISATION_AFTER = re.compile(
    r"\s*(?:公司|集团|旗下|宣布|成立于|收购|融资|(?:,? (?:Inc|Corp|Ltd|announced|acquired|raised|was founded))\b)"
)
PRODUCT_BEFORE = re.compile(
    r"(?:模型|产品|框架|平台|软件|系统|芯片|游戏|论文|推出了?|发布了?|开源了?|基于|使用|采用|调用"
    r"|\b(?:released|launched|using|model|framework|library|uses|use|with))[\s“\"「《]*$"
)
PRODUCT_AFTER = re.compile(
    r"\s*(?:大?模型|架构|框架|平台|系统|版本?|芯片|算法|软件|机器人|手机|的(?:代码|参数|权重|用户)"
    r"|[-\d]+(?:\.\d)?\b|\b(?:models?|framework|library|API|app|chip|software))"
)
