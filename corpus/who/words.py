"""The closed word lists that the who-is rules read. What must not live here: any name of a particular person.

Han is simplified throughout, since the rules read folded text.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The common surnames of the mainland, Taiwan and Hong Kong.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    "陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪"
    "翁颜倪鲁华葛岳齐焦左吉柳邢祁纪祝欧俞章喻路聂冷简饶凌柴卓阮蓝印季关辛管岑傅裴伍霍童凤鲍柯涂屈苗宁甘房盛尤耿牟梅温"
    "卫包穆娄滕蒲游褚丛靳苑竺仇艾荣连阎巩卜闵沙符解桂瞿宗尚骆项池晏詹车查窦费巫邬麦缪匡戚楼沃祖宿胥闻曲蔺储"
)
COMPOUND_SURNAMES = _words("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫")
# Characters that foreign names are written in.
TRANSLITERATION = frozenset(
    "阿埃艾爱安昂奥澳巴白拜班邦包保鲍贝本比彼毕宾波伯博布采蔡查茨慈达代戴丹旦道德登邓狄迪蒂丁顿东杜多厄恩尔法凡范方菲"
    "费芬丰冯佛弗夫福富盖甘冈高戈哥格葛根贡古瓜圭郭哈海汉豪赫黑亨洪胡华怀惠霍基吉季加贾简姜杰金京君卡凯坎康考柯科可克"
    "肯孔库夸奎昆拉腊莱兰朗劳勒雷蕾里理利莉丽力立连莲廉良列烈林琳龙隆卢鲁路露伦罗洛马玛麦迈曼芒毛梅门蒙孟米密缅明摩莫"
    "默姆木穆拿娜纳奈南内尼妮涅宁纽农努诺女欧帕潘庞培佩彭皮平泼珀朴普齐奇契恰强乔切钦琴琼丘屈让热仁日荣茹儒瑞若撒萨塞"
    "赛三桑瑟沙珊山尚绍舍申生圣施什史士舒朔斯思丝松苏孙所索塔泰坦汤唐陶特滕藤提田铁廷通图托脱瓦万旺威韦维魏温文翁沃乌"
    "吾伍西希锡夏香肖谢辛欣星兴休修许雪逊雅亚延扬耶叶伊依以易因英永尤于宇约泽扎詹张章哲芝治朱卓兹宗佐歇义耳梭侯肃书嘉"
    "翰茱诗迦伽弥拓萝莎薇珍黛柏得赖历祖川贺裘妲黎森"
)
# Given names of Europe and America, without accents.
GIVEN_NAMES = _words(
    "aaron adam adrian aidan alan albert alejandro alex alexander alexandra alice alison amanda amelia amy ana andre "
    "andrea andreas andrew angela anil anita ann anna anne anthony antoine antonio arthur audrey barbara ben "
    "benjamin bernard bill bob boris brad brian bruce camille carl carla carlos carol caroline catherine cecilia "
    "charles charlotte chloe chris christian christina christine christopher claire clara claudia colin craig dan "
    "daniel daniela dave david dean deborah denis dennis diana diego dmitri dominic don donald doris dorothy doug "
    "douglas edward elaine elena eli elizabeth ellen emil emily emma emmanuel eric erik ethan eva evelyn fabio felix "
    "fernando fiona florian frances francesca francis francois frank fred frederic gabriel gary geoff geoffrey "
    "george gerald gilbert gloria grace graham greg gregory guillaume gustav hannah hans harold harry heather helen "
    "henri henry howard hugo ian igor ilya ines ingrid irene isaac isabel ivan jack jacob jacques jake james jamie "
    "jan jane janet jason jay jean jeff jeffrey jennifer jensen jeremy jerry jesse jessica jim joan joanna joe joel "
    "john jonas jonathan jordan jorge jose joseph joshua joyce juan judith judy julia julian julie jurgen justin "
    "karen karl kate katherine kathleen kathryn keith kelly ken kenneth kevin kim kristen kurt kyle lars laura "
    "lauren laurent lawrence lena leo leon leonard leslie lewis liam linda lisa lorenzo louis louise lucas lucia "
    "lucy luis luke marc marco marcus margaret maria marie marina mario marion mark marta martha martin mary mathieu "
    "matt matthew max megan mei melissa michael michel michelle miguel mike miles mohamed mohammed monica nancy "
    "natalia natalie nathan neil nicholas nick nicolas nicole nigel nikolai nina noah noam nora oleg oliver olivia "
    "omar oscar otto pablo pamela patricia patrick paul paula pedro peter philip philippe pierre rachel rafael ralph "
    "raymond rebecca richard rob robert roberto robin roger roland ronald rosa ross roy ruth ryan sally sam samuel "
    "sandra sanjay sara sarah satya scott sean sebastian sergey sharon simon sofia sophie stefan stephanie stephen "
    "steve steven stuart sundar susan sven sylvia tanya ted teresa theo theresa thomas tim timothee timothy tina "
    "todd tom tony tracy ulrich ursula valerie vanessa vera veronica victor victoria vincent virginia vladimir "
    "walter wanda wayne wendy werner wilhelm will william xavier yann yannick yoshua yuri yves zachary zoe"
)
# Words that begin a sentence or a headline with a capital and are no part of a name.
NOT_IN_NAMES = _words(
    "a an the this that these those it its he she they we you i his her their our my your in on at by for from of to "
    "with as and or but if when while where who what which why how after before since until although though because "
    "so yet then there here now not no yes all some many most both each every other another new first last one two "
    "three four five six seven eight nine ten next old former is was are were monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november december "
    "however meanwhile today yesterday according like unlike despite during under over between among about"
)
# Of these, those that also begin names; within a sentence they are part of one.
ADJECTIVES = _words("new first last one two three four five six seven eight nine ten next old")
ORGANISATION_WORDS = _words(
    "inc corp corporation company co ltd llc gmbh group labs lab laboratory university college school institute "
    "insights magazine journal media securities insurance academy centre center commission league parliament "
    "airlines motors pharmaceuticals energy bros brothers association ai ml robotics pictures records entertainment "
    "post times foundation bank fund ventures capital partners research society council committee ministry "
    "department agency union museum hospital press news party court club brain networks technologies systems "
    "industries holdings studio studios"
)
ORGANISATION_HEADS = _words("universite universitat institut ecole banque banco ministere")
PRODUCT_WORDS = _words(
    "model pro max mini ultra plus large turbo cloud api app os studio code engine framework platform network "
    "networks learning net bench suite sdk assistant copilot diffusion intelligence vision street road river valley "
    "city island prize award conference summit act"
)
# What stands where an organisation would and is none: sorts of organisations, parts of them, trades.
GENERIC = _words(
    "公司 企业 集团 团队 技术 产品 学校 法院 政治 哲学 工程 首席 资深 高级 级别 包括 背景 前任 现任 计算机 机构 部门 "
    "项目 平台 实验室 研究院 委员会 科技 行业 市场 业务 运营 财务 营销 全球 中国 美国 英国 法国 德国 日本 联邦 国家 "
    "大学 学院 银行 基金 协会 俱乐部 媒体 国际 执行 常务 名誉 联合 共同 AI AGI GPU CPU IT PC APP API LLM PROJECT VC"
)
COMMON = _words(
    "方面 市场 学术 主要 天使 早期 个人 工作台 论坛 圈子 政府 官方 警方 法院 专家 学者 用户 客户 业界 业内 员工 公众 "
    "社会 人类 模型 系统 论文 报告 数据 消息 网站 大会 会议 活动 比赛 工具 软件 硬件 芯片 手机 汽车 游戏 电影 音乐 "
    "视频 服务 互联网 人工智能 机器人 区块链 云计算 大数据 大模型 自动驾驶 半导体 新能源 电商 金融 房地产 教育 医疗 "
    "零售 物流 创业 投资 研究 开发 设计 制造 管理 销售 战略 人力 人事 公关 法务 品牌 董事会 股东 投资者 投资人 "
    "创业者 开发者 消费者 科学家 工程师 研究员 记者 作者 主席 母公司 子公司 对手 同行 同事 朋友 家人 父母 学生 老师 "
    "家长 孩子 双方 对方 自己 大家 他们 我们 你们 本人 外界 内部 资本 巨头 大厂 厂商 亚洲 欧洲 北美 非洲 拉美 亚太 "
    "大中华 中国区 海外 国内 国外 硅谷 华尔街 当局 议会 国会 白宫 军方 民众 社区 村民 居民 算法 算力 代码 语言 图像 "
    "语音 文本 训练 应用 生态 社交 安全 隐私 成果 计划 方案 协议 条约 规则 法案 法律 标准 指南 估值 资金 股份 股权 "
    "股票 债券 收入 利润 成本 价格 岗位 职位 工作 生活 时代 世界 地球 东西 内容 信息 新闻 文章 图片 文字 方向 领域 "
    "问题 方式 方法 能力 水平 结果 原因 目标 任务 机会 风险 压力 优势 影响 作用 关系 情况 阶段 过程 时候 时间 地方 "
    "工业界 学术界 任内 任命 任期 常委 车驾 尚书 史称 高中生 季后赛 重点 王宫 王室 曾经"
)
MODIFIERS = _words(
    "前 原 曾 现任 前任 时任 知名 著名 老牌 新兴 国产 本土 当地 全球 世界 国际 国内 海外 首家 同名 上市 跨国 民营 "
    "国有 最大 大型 小型 中型 旗舰 初创 创业 新 老 大 小 自家 母 其 互联网 科技 人工智能 搜索 电商 社交 芯片 游戏"
)
# Countries, and cities that news names like them: 北京宣布 and Paris said so are no organisations.
COUNTRIES = _words(
    "中国 美国 英国 法国 德国 日本 韩国 朝鲜 印度 俄罗斯 俄国 苏联 乌克兰 加拿大 澳大利亚 澳洲 新西兰 巴西 阿根廷 "
    "墨西哥 智利 秘鲁 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 冰岛 爱尔兰 奥地利 波兰 捷克 匈牙利 "
    "希腊 土耳其 以色列 埃及 南非 沙特 伊朗 伊拉克 阿联酋 卡塔尔 新加坡 马来西亚 泰国 越南 印尼 菲律宾 台湾 香港 "
    "澳门 欧洲 亚洲 非洲"
)
PLACES = COUNTRIES | _words(
    "北京 上海 天津 重庆 深圳 广州 杭州 南京 苏州 成都 武汉 西安 合肥 厦门 青岛 大连 沈阳 长沙 郑州 台北 高雄 纽约 "
    "旧金山 洛杉矶 华盛顿 波士顿 西雅图 芝加哥 伦敦 巴黎 柏林 慕尼黑 东京 大阪 首尔 莫斯科 日内瓦 苏黎世 布鲁塞尔 "
    "罗马 马德里 多伦多 蒙特利尔 温哥华 悉尼 墨尔本 孟买 班加罗尔 迪拜 america american americans britain british "
    "england english france french germany german germans italy italian spain spanish china chinese japan japanese "
    "korea korean india indian russia russian ukraine canada canadian australia australian brazil europe european "
    "asia asian africa african israel israeli sweden swedish norway norwegian denmark danish finland finnish "
    "netherlands dutch belgium belgian switzerland swiss austria poland greece greek turkey turkish ireland irish "
    "scotland scottish wales welsh taiwan singapore vietnam mexico us usa uk eu washington london paris berlin "
    "munich beijing shanghai shenzhen hangzhou tokyo seoul boston chicago seattle california texas moscow toronto "
    "montreal geneva zurich brussels rome madrid sydney internet web"
)
# Verbs that stand before or after an organisation and begin no name.
CUE_VERBS = _words(
    "加入 创办 创立 收购 投资 离开 来自 成为 担任 出任 宣布 推出 发布 是 有 让 使 说 称 据说 表示 认为 找到 邀请 "
    "带领 包括 就任 曾任 任 任职 入职 获得 领投 跟投 拿 用 给 看 请 问 叫 想 要 会 能 可以 没有 被 把 由 当 当选 "
    "拜访 采访 接受 联合 即 如 像 例如 比如 至于"
)
