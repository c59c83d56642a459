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
    "three four five six seven eight nine ten is was are were monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december however meanwhile "
    "today yesterday according like unlike despite during under over between among about"
)
ORGANISATION_WORDS = _words(
    "inc corp corporation company co ltd llc gmbh group labs lab laboratory university college school institute "
    "foundation bank fund ventures capital partners research association society council committee ministry "
    "department agency union museum hospital press times news post journal party court club brain networks "
    "technologies systems industries holdings studio studios"
)
PRODUCT_WORDS = _words(
    "model pro max mini ultra plus large turbo cloud api app os studio code engine framework platform network "
    "networks learning net bench suite sdk assistant copilot diffusion intelligence vision street road river valley "
    "city island prize award conference summit act"
)
# Words that stand before a title as an organisation does and are none.
GENERIC = _words(
    "公司 企业 集团 团队 技术 产品 学校 法院 政治 哲学 工程 首席 资深 高级 级别 包括 背景 前任 现任 计算机 机构 部门 "
    "项目 平台 实验室 研究院 委员会 科技 行业 市场 业务 运营 财务 营销 全球 中国 美国 英国 法国 德国 日本 联邦 国家 "
    "大学 学院 银行 基金 协会 俱乐部 媒体 国际 执行 常务 名誉 联合 共同 AI AGI GPU CPU IT PC APP API LLM"
)
