## 命令（说明最多 100 个字符）

command-search = 搜索社区的文章
command-search-query = 想知道什么，中文英文都可以
command-search-source = 只看这个来源的文章
command-search-author = 只看这位作者的文章
command-search-language = 只看这种语言的文章
command-search-after = 只看这个日期及以后的文章：2024、2024-05 或 2024-05-01
command-search-before = 只看这个日期及以前的文章：2024、2024-05 或 2024-05-01
command-private = 只让自己看到回答
command-summary = 总结一篇文章，或各篇文章对某个话题的说法
command-summary-about = 选一个文章标题，或输入话题
command-summary-length = 总结的篇幅
command-who = 这是谁、是什么：职务、原文引述和相关文章
command-who-name = 名字，简体、繁体、英文都可以
command-help = 这个机器人能做什么
command-privacy = 你的提问会留下什么记录，怎样删除
command-review = 查看大家问了什么、什么没有结果、什么没有帮助
command-review-days = 回看多少天
command-reindex = 文章文件有增删改之后，重新读取
command-footnote = 管理这个机器人：文章、设置、运行状况
command-add = 添加文章：一次最多上传十个文件
command-articles = 查看文章，移除或恢复
command-articles-article = 文章标题
command-aliases = 查看和修改昵称、别名
command-aliases-name = 谁的名字：文章里的写法，或已列出的任何一种
command-aliases-add = 要列出的昵称、别写或外文名，多个用逗号隔开
command-aliases-remove = 要从列表移除的写法，多个用逗号隔开
command-status = 运行状况：索引、速度、日志、版本
command-settings = 机器人在这个服务器里怎样回答
command-settings-language = 问题和提问者都看不出语言时用哪种语言
command-settings-private = 除非提问者另选，回答只给提问者自己看
language-own = 服务器自己的语言
language-en-us = English
language-zh-cn = 简体中文
language-zh-tw = 繁體中文
menu-search = 搜索这句话
menu-who = 这是谁？
choice-english = 英文
choice-chinese = 中文（简体和繁体）
choice-simplified = 简体中文
choice-traditional = 繁体中文
choice-japanese = 日文
choice-korean = 韩文
choice-short = 简短
choice-medium = 适中
choice-long = 详细

## 命令和选项的名称

name-search = 搜索
name-who = 是谁
name-summary = 总结
name-help = 帮助
name-privacy = 隐私
name-reindex = 重读
name-footnote = 管理
name-add = 添加
name-articles = 文章
name-status = 状态
name-settings = 设置
name-review = 回顾
name-remove = 移除
name-aliases = 别名
name-query = 问题
name-source = 来源
name-author = 作者
name-language = 语言
name-after = 起始
name-before = 截止
name-private = 仅自己可见
name-name = 名字
name-about = 主题
name-length = 篇幅
name-article = 文章
name-days = 天数

## 按钮

button-read = 阅读
button-who = 详情
button-previous = 上一页
button-next = 下一页
button-first = 首页
button-last = 末页
button-source = 原文链接
button-helpful = 有帮助
button-not-helpful = 没帮助
button-share = 让大家看到
button-add = 添加 { $count } 篇文章
button-discard = 放弃
button-remove = 移除
button-back = 返回
button-removed = 已移除 { $count } 项
button-restore = 恢复
button-term = 搜索：{ $term }
button-search-instead = 改为搜索文章
button-suggestion = 改搜：{ $question }

## 回答

page = 第 { $page } 页，共 { $pages } 页
list-comma = 、
and-more = 另外还有 { $count } 项
search-all = 全部文章，最新的在前
search-of = 文章：{ $filters }
search-found = 在 { $total } 篇文章中找到
search-listed = 共 { $total } 篇文章
search-at-least = 至少在 { $total } 篇文章中找到
search-best = 显示前 { $shown } 篇
search-cut = 问题太长，只按前 { $chars } 个字搜索。
search-nothing = 没有找到“{ $question }”的相关内容
search-try = 可以少用几个词，换个说法，或者用文章里的写法。简体繁体都能搜到。
search-close = 另有 { $count } 篇较为接近
search-weak = 文章里没有答案。下面是最接近的段落：
search-origin = { $named ->
    [0] 文章没有写明作者
   *[other] 作者：{ $author }
}{ $dated ->
    [0] ；发表日期不详。
   *[other] ；发表于 { $date }。
}
search-no-card = 没有“{ $name }”的人物卡片，下面是文章里出现这些字的地方。
search-filters = 限定：{ $filters }
search-unread = 没有用上：{ $words }
search-unquoted = 没有符合条件的文章原样含有引号里的词，已去掉引号搜索。
search-missing = 文章里没有：{ $words }
search-instead = 改为搜索：{ $question }
search-found-words = 文章里有：{ $words }
search-titles = 最接近的标题见下方，点按钮可看该文摘要。
search-without = 去掉{ $filter }：{ $count } 篇
filter-source = 来源
filter-author = 作者
filter-language = 语言
filter-after = 起始日期
filter-before = 截止日期
filter-during = 日期
filter-not = 排除{ $filter }
filter-or = {" 或 "}
filter-words = 引号和加减号
filter-all = 全部条件
shared-by = 由 { $person } 展示
shared = 你的回答已显示在频道里。
judged = 谢谢，管理文章的人会看到。
form-judgement = 哪里不对？
form-judgement-sentence = 愿意的话，用一句话说明
form-alias = 这是谁的名字？
form-alias-alias = 大家问的名字
form-alias-name = 文章里的名字
form-alias-follows = 随后会立即重新读取文章。
form-upload = 添加文章
form-upload-files = 最多十个文件
form-upload-kinds = 添加之前，你会先看到里面有什么。
who-forms = 又作：{ $forms }
who-namesakes = 这些文章说的可能是几个同名的人。
who-related = 常一起出现
who-articles = 相关文章 { $count } 篇
who-choices = 有好几个“{ $name }”，你指的是哪一个？
who-near = 没有叫“{ $name }”的，是不是想找下面这些？
who-nobody = 文章里没有说明“{ $name }”是谁、是什么
who-no-name = 这里没有文章会提到的名字
who-known = 我只认识文章里出现的人物、机构和产品：说出其中一个的名字就行，哪种写法都可以。
who-nearest = 文章里最接近的名字：
who-try = 请写出名字本身，检查一下写法，或者直接搜索文章。
fact-definition = 简介
fact-founding = 创办
fact-money = 资金
fact-product = 产品
fact-relation = 人物关系
fact-move = 去向
who-timeline = 时间线
kind-person = 人物
kind-organisation = 机构
kind-product = 产品
summary-kept = { $articles ->
    [1] 读完原文约需 { $minutes } 分钟
   *[other] 取自 { $articles } 篇文章，读完约需 { $minutes } 分钟
}；{ $left ->
    [0] 全文都在这里。
   *[other] 略去了 { $left }%，每一句都是原文。
}
summary-nothing = 没有可以总结的内容：“{ $subject }”
summary-try = 选下面的一篇文章，照原样写一个标题，或者换个话题。

## 帮助与隐私

greeting =
    你好！我根据这个社区的文章回答问题，并标明每个回答出自哪里。
    直接问就行：**{ $question }**、**{ $name }是谁**、**总结一下{ $title }**，英文也可以。
    在服务器里请用 **/搜索**（/search）、**/是谁**（/who）、**/总结**（/summary），更多用法见 **/帮助**（/help）。
talk-thanks = 不客气，随时可以再问。
talk-following = 没有可以接着做或取消的事。“他”“她”“它”“这篇文章”在一刻钟内指上一个回答说的人、公司或文章；别的请连同名字或话题一起写完整。想接着看，请按回答下面的按钮：“{ button-next }”翻页，“{ button-read }”打开文章。
talk-complaint = 抱歉。请按那个回答下面的“{ button-not-helpful }”，用一句话写明哪里不对，管理文章的人会看到。换个说法再问，或者只写名字，也许能找到更多。
talk-beyond = 我只会在这个社区的文章里查找，并引用原文：不打开链接，不写作，不翻译，也不知道今天的事。请问文章里可能写到的内容；发送“帮助”可以看用法。
example-question = 欧洲的电动车
example-name = 詹天佑
example-title = 太阳能
help-heading = 我能做什么
help =
    - **/搜索**（/search）*问题: { $question }*：搜索文章，给出能回答问题的原文。可以按来源、作者、语言、日期筛选。
      问题里可用：“原词原句”、-不含、+必含、A OR B、A NOT B，以及 来源：作者：语言：之后：2023-03 之前：
    - **/是谁**（/who）*名字: { $name }*：人物、机构或产品的职务、引述和相关文章，简繁体和各种译名都能认。
    - **/总结**（/summary）*主题: { $title }*：选标题就总结那一篇，输入话题就汇总多篇。
    - 加上 `仅自己可见: True`（private），回答只有你自己看得到。点**阅读**会打开文章并翻到引用的地方。
    - 私信我或者 @ 我时直接说话就行：“{ $name }是谁？”“总结一下{ $title }”。
    - **/隐私**（/privacy）说明你的提问会留下什么记录。管理员用 **/管理 添加**（/footnote add）添加文章，用 **/重读**（/reindex）重新读取文章文件夹。
privacy-heading = 你的提问会留下什么记录
privacy-kept = - 每次提问会记录：问题和筛选条件、时间、所在的服务器和频道、你的 Discord 语言、给出了哪些文章、用了多长时间；还有按过哪些按钮、对回答写过什么意见。命令发送之前输入的内容不会记录。
privacy-users-hash = - 不保存你的用户 ID，只保存它的加密哈希。这仍属于个人数据：用存放在同一处的密钥可以找到你的提问。
privacy-users-plain = - 每次提问会一并保存你的 Discord 用户 ID。
privacy-users-none = - 提问不与你本人关联：既不保存用户 ID，也不保存它的哈希。
privacy-how-long = - 提问记录保存 { $days } 天后删除，日志的备份和损坏的副本里的最多再留 { $backups } 天；按钮所需的内容保存 30 天，你上次使用的语言保存 90 天。
privacy-direct = - 私信里的提问和仅自己可见的回答也同样记录，但管理员查看提问情况时只能看到数量。
privacy-direct-words = - 私信里的提问和仅自己可见的回答也同样记录，管理员查看提问情况时可以读到内容。
privacy-never = - 这些都存放在运行本机器人的电脑上的数据库里，不会发给其他服务，不会出售，也不会用来训练模型。
privacy-operator = - 本机器人的运营者：{ $operator }。
privacy-operator-unknown = 社区服务器的管理员
privacy-delete = - 用下面的按钮可以取得关于你的全部记录、将其清除，或者今后不再记录你的提问。也可以联系运营者，并提供你的 Discord 用户 ID。
privacy-delete-unknown = - 想删除某条提问，请联系运营者，说明问题内容和提问时间；除此之外没有别的线索能找到它。下面的按钮只能处理以前与你关联的记录，也可以让你的提问今后不再记录；为此会记住你的用户 ID 的加密哈希。
privacy-out = 你已选择不记录：你的提问和按键都不会写入日志。
privacy-button-data = 下载我的数据
privacy-button-erase = 清除我的数据…
privacy-button-erase-now = 立即清除
privacy-button-out = 不再记录我的提问
privacy-button-in = 恢复记录我的提问
privacy-file = 这是关于你的全部记录（JSON 格式）：提问、按键、回答按钮背后的内容，以及你的语言。
privacy-failed = { $act ->
    [file] 没能汇总你的数据：{ $reason }。
    [erase-now] 你的数据没有清除，或者没有全部清除：{ $reason }。
   *[other] 什么也没有改变：{ $reason }。
}请稍后再试；机器人的运营者可以在日志里查到原因。
erase-heading = 要清除关于你的全部记录吗？
erase-what =
    你的提问、按过的按钮、对回答写的意见和上次使用的语言会立即删除，你的回答下面的按钮将失效。此操作无法撤销。
    Discord 里的消息不受影响，请在那里删除。之前留下的日志备份和损坏的副本会在 { $backups } 天内消失。
erased-heading = 你的数据已清除
erased = 日志和状态里已不再有你的记录；仍含有它们的备份和损坏的副本会在 { $backups } 天内消失。除非你选择不记录，下一次提问仍会写入日志。
review-heading = 最近 { $days } 天的提问
review-none = 没有人提过问题。
review-questions = - { $people ->
    [0] 共提了
   *[other] { $people } 人提了
} **{ $questions }** 个问题
review-refused = - 其中 { $count } 个被拒绝：提问者不在服务范围内，或内容为空
review-answered = - **{ $percent }%** 得到回答（{ $answered } 个）
review-latency = - 一半的回答用时不超过 { $median } 毫秒，95% 不超过 { $p95 } 毫秒
review-judged = - 评为有帮助：{ $helpful }，没有帮助：{ $unhelpful }
review-hidden = 另有 { $count } 个问题是在私信里或以仅自己可见的方式提出的，只计数量。
review-hidden-how = 运营者可以让回顾显示这些问题的内容（REVIEW_PRIVATE）；/privacy 会随之说明。
review-chart = 每天的提问数
review-chart-across = 日期（UTC）
review-chart-up = 提问数
review-chart-answered = 得到回答
review-chart-unanswered = 没有结果
review-chart-description = 柱状图：{ $first }至{ $last }（UTC）每天的提问数，共 { $questions } 个，其中 { $answered } 个得到回答；最多的是{ $busiest }：{ $most } 个。
review-day = { $month }月{ $day }日
review-top = 问得最多：{ $count }
review-top-why = 大家最想知道的，问得多的在前。
review-nothing = 没有结果：{ $count }
review-nothing-why = 也许缺少这方面的文章，或文章里用的是别的说法。
review-unhelpful = 没有帮助：{ $count }
review-unhelpful-why = 被评为没有帮助的回答，以及大家的意见。
review-unknown = 未知的名字：{ $count }
review-unknown-why = 文章里没有叫这个名字的：也许缺少文章，或者名字有别的写法，需要添加别名。
review-unfound = 从未找到：{ $count }
review-unfound-why = 这些天里没有任何回答提到的文章。
review-button-run = 再问一次
review-button-alias = 添加别名
review-button-done = 已处理

## 重新读取

reindex-starting = 开始读取文章……
reindex-reading = 正在读取文件
reindex-analysing = 正在分析文章
reindex-writing = 正在写入索引
reindex-left = { $minutes ->
    [0] 大约还要 { $seconds } 秒
   *[other] 大约还要 { $minutes } 分钟
}
reindex-elsewhere = 用时超过了 Discord 允许更新回复的时间，结果会发在这个频道里。
reindex-done = 文章已重新读取
reindex-totals = { $articles } 篇文章，{ $passages } 个段落，用时 { $seconds } 秒。
reindex-sample = 目前用的是示例文章：你自己的文章文件夹里还没有能读的文章。
reindex-dropped-sample = 已改用你自己的文章，示例文章不再使用。
reindex-unchanged = 没有文章发生变化。
reindex-added = 新增 { $count } 篇
reindex-changed = 修改 { $count } 篇
reindex-removed = 移除 { $count } 篇
reindex-refused = 未能读取的文件：{ $count } 个
compare-heading = 对大家常问的问题有什么变化
compare-asked = { $count ->
    [0] 最近 30 天没有人提过问题。
   *[other] 最近 30 天问得最多的 { $count } 个问题，在新旧两个索引上都问了一遍。
}
compare-counts = 新得到回答：{ $gained } · 不再有回答：{ $lost } · 首个回答不同：{ $changed } · 用词不同：{ $reworded }
compare-same = 每个问题的首个回答都没有变化。
compare-hidden = 另有 { $count } 个在私信里或以仅自己可见的方式提出的问题也有变化。
compare-gained = 新得到回答
compare-lost = 不再有回答
compare-changed = 首个回答不同
compare-reworded = 用词不同
compare-before = 以前
compare-after = 现在
compare-nothing = 没有找到
compare-button-show = 前后对照
compare-button-back = 回到上一个索引
compare-button-forward = 撤销
compare-went-back = 现在使用索引 { $build }。文件夹里的文章没有变，下次重建索引时会重新读取。
rejected-unsupported = 不支持这种文件
rejected-link = 是符号链接，不会读取
rejected-not-regular = 不是普通文件
rejected-too-large = 文件太大
rejected-too-deep = 文件夹嵌套太深
rejected-too-many-folders = 文件夹太多
rejected-unreadable = 系统不允许打开
rejected-changed-while-reading = 读取时文件正在写入，请再执行一次 /reindex
rejected-not-text = 不是文本
rejected-undecodable = 无法判断文字编码，请存为 UTF-8
rejected-damaged = 文件已损坏，或与扩展名不符
rejected-encrypted = 有密码或版权保护
rejected-scanned = 只有页面图片，没有文字；请先做文字识别（OCR）
rejected-garbled = 其中的字形没有对应的文字；请重新导出，或先做文字识别（OCR）
rejected-no-columns = 第一行须是列名，其中要有标题和正文
rejected-bad-line = 这一行没有可用的标题或正文
rejected-empty = 没有可显示的内容
rejected-duplicate-id = 与另一个文件的 id 相同
rejected-duplicate-text = 与另一个文件内容相同
rejected-timed-out = 读取耗时太长
rejected-too-much-memory = 读取占用内存太多
rejected-crashed = 读取失败，文件可能已损坏
rejected-names = 人名的其他写法请用 /footnote aliases 添加
rejected-served = 已有内容相同的文章
rejected-unfetched = Discord 没有交出这个文件，请再试一次
rejected-bad-alias = 这一行看不懂，请写成："主要名字" = ["别名"]

## 管理

add-found = { $count ->
    [0] 没有可以添加的文章
   *[other] 可以添加 { $count } 篇文章
}
add-chars = { $count } 字
aliases-heading = { $count ->
    [0] 还没有列出任何名字
   *[other] 已列出 { $count } 个名字
}
aliases-change = 选择名字，再填写要添加或移除的写法；重新读取文章后即生效。
aliases-added = 现在这样也能找到{ $name }：{ $forms }
aliases-removed = 这样不再能找到{ $name }：{ $forms }
aliases-listed = { $name }的列表里已经有：{ $forms }
aliases-unlisted = { $name }的列表里没有：{ $forms }
aliases-unknown = 还没有文章提到{ $name }：请看看文章里是不是这样写的。
aliases-problem = { $line ->
    [0] 文件：
   *[other] 第 { $line } 行：
}
add-discarded = 没有添加任何文章。
articles-lost = **{ $source ->
    [missing] 文章文件夹不见了。现在由以前读到的文章回答；它回来之前无法重新读取。
   *[emptied] 文章文件夹是空的。在下一次 /reindex 之前仍由以前读到的文章回答，之后会换成示例文章。
}**
articles-find = 想直接找到某一篇，请在这个命令的“{ name-article }”选项里填标题中的字。
articles-heading = { $count } 篇文章
remove-heading = 移除“{ $title }”？
remove-others = 同一文件里还有 { $count } 篇文章，会一起移除：
remove-alone = 只想去掉这一篇：在文章文件夹里修改这个文件，再重新读取文章。
remove-note = 文件会移出文章文件夹，另行保存，可以在这里恢复。
removed-heading = 已移除 { $count } 项
removed-none = 没有移除过文章
status-heading = 运行状况
status-damage = **{ $problem }**{ $serving ->
    [other] 目前由另一个索引回答。
    [same] 没有别的索引可用，提问可能得不到回答。
   *[none] 目前无法回答提问。
}{ $remedy ->
    [building] 正在重新建立索引。
    [newer] 请升级 Footnote，或执行 /reindex，用现在的版本重新建立。
   *[damaged] 请执行 /reindex 重新建立。
}
status-outdated = { $building ->
    [yes] 索引是旧版本建立的，正在更新。
   *[no] 索引是旧版本建立的，请执行 /reindex 更新。
}
status-no-index = { $building ->
    [yes] 还没有索引，正在建立。
   *[no] 还没有索引，请执行 /reindex 建立。
}
status-trouble = **{ $store ->
    [log] 日志无法写入（{ $reason }）：新的提问暂存在内存里或日志旁边。
   *[state] 状态无法写入（{ $reason }）：新回答的按钮在下次启动前可用，设置和不记录的选择暂时无法更改。
}**
status-index = - 索引：{ $articles } 篇文章，{ $passages } 个段落
status-build = - 建立时间：{ $age }，引擎 { $engine }
status-answers = - 回答用时 { $milliseconds } 毫秒（最近回答的中位数）
status-gateway = - Discord 响应用时 { $milliseconds } 毫秒
status-lag = - 最近五分钟程序最多延迟 { $milliseconds } 毫秒
status-log = - 日志：{ $size }
status-version = - 版本 { $version }
age-now = 刚刚
age-minutes = { $count } 分钟前
age-hours = { $count } 小时前
age-days = { $count } 天前
settings-heading = 机器人在这里怎样回答
settings-saved = 已保存
settings-language = - 问题和提问者都看不出语言时：{ $language }
settings-private = - 除非提问者另选，回答只给提问者自己看。除非运营者设置了 REVIEW_PRIVATE，回顾只计这类问题的数量。
settings-public = - 除非提问者另选，回答所有人都能看到。

## 错误

error-bug = 我这边出错了。请把编号 { $reference } 告诉这个机器人的运营者。
member-unavailable = 现在读不到文章。机器人的运营者可以在日志里查到原因。
member-no-articles = 文章还没有读取完，请稍后再试；如果一直这样，可以请管理员执行 /reindex。
error-not-admitted = 我只为所服务社区的成员回答问题。
error-membership-unknown = Discord 暂时没有告诉我你是否属于我所服务的社区，请稍后再试。
error-home-unknown = 我在多个服务器里，还不知道自己服务于哪个社区，所以暂时不回答任何人。请运营者把社区服务器的 ID 写进设置 HOME_SERVERS。
error-not-manager = 这需要在社区自己的服务器里拥有“管理服务器”权限。
error-blank-question = 这里面没有可以搜索的内容，请写上一个词或一个名字。
error-answer-expired = 这个回答太旧，按钮已经失效，请重新提问。
error-private-answer = 这个回答只给提问者本人看，请自己提问。
error-alias-incomplete = 没有改动：请填写“名字”（name：是谁的），再填写“添加”（add）或“移除”（remove）里的写法。
error-alias-unusable = “{ $name }”或“{ $form }”不是 1 到 64 个字符的名字，或者无法读取 aliases.toml。
error-change-gone = 已经有人处理过，或者等待超过了一天。
error-article-file-missing = 文章文件夹里没有这篇文章的文件：它属于示例，或者文件已经移走。
error-stale-command = 这个命令已经更新，请重新加载 Discord 再试。
error-reindex-running = 正在重新读取文章，请等它完成。
error-build-gone = 没有这个索引：只保留最近两次的，第一次重读后只有一个。
error-compare-failed = 无法比较两个索引：{ $reason }
error-too-busy = 现在排队的问题太多，请稍后再试。
error-settings-invalid = 设置无法使用：
    { $problems }
error-token-missing = 没有设置 DISCORD_TOKEN。请把机器人的令牌写进 .env，或者不连 Discord 先试用：footnote play
error-token-refused = Discord 拒绝了令牌（{ $reason }）。请到 Developer Portal 的 Bot 页面重新复制。
error-discord-unreachable = 连不上 Discord（{ $reason }）。请检查网络，或设置 DISCORD_PROXY。
error-port-in-use = 端口 { $port } 已被占用。请换一个端口，或结束占用它的程序。
error-data-locked = 另一个 Footnote 进程正在写入 { $folder }，请先结束它。
error-data-unwritable = 无法写入 { $path }：{ $reason }。
error-data-unreadable = 无法读取 { $path }：{ $reason }。
error-log-missing = { doctor-log-none }
error-log-damaged = { doctor-log-damaged }
error-extra-missing = 这个命令需要另外的软件包，请安装：.venv/bin/python -m pip install "footnote-discord[{ $extra }]"（容器里无法安装，请改用 footnote export）
error-newer-data = { $path } 由更新版本的 Footnote 写入（格式 { $version }）。请升级，或恢复备份。
error-reindex-failed =
    重新读取文章失败：{ $reason }
    索引保持原样。
error-unknown-article = 没有这篇文章：它已被移除，或者标题不是这样写的。在命令里输入标题时会列出已有的文章。
error-folder-unreadable = 无法读取文件夹 { $folder }：{ $reason }。
error-invalid-article = 文章 { $article_id } 无法编入索引：{ $reason }。
error-duplicate-article = id { $article_id } 出现在不止一篇文章里：
    { $origins }
error-no-index = { $folder } 里还没有索引。请执行：footnote reindex
error-damaged-index = { damaged-index }请用 footnote reindex 或 Discord 里的 /reindex 重新建立。
error-newer-index = { newer-index }请升级 Footnote，或用 footnote reindex 或 Discord 里的 /reindex 以现在的版本重新建立。
error-build-in-progress = 另一个进程正在 { $folder } 里建立索引，请等它完成。
error-index-not-writable = 无法写入索引文件夹 { $folder }：{ $reason }。
error-reader-unavailable = 无法启动读取文章的进程（{ $reason }）。

## 索引为什么用不了

damaged-index = 索引 { $build } 已损坏（{ $reason }）。
newer-index = 索引 { $build } 由较新版本的 Footnote 建立（格式 { $format_number }）。
damage-no-folder = 它的文件夹不见了
damage-changed = { $part } 与写入时不一致
damage-unreadable = 无法读取 { $part }：{ $reason }
damage-old-format = 格式 { $detail } 已不再支持
damage-engine = 它是为引擎“{ $detail }”建立的，这里没有这个引擎

## 系统说的原因

reason-missing = 没有这个文件或文件夹
reason-denied = 没有权限
reason-full = 磁盘已满
reason-large = 文件太大，系统不允许
reason-read-only = 只能读，不能写
reason-folder = 它是文件夹
reason-no-folder = 路径里有一段不是文件夹
reason-disk = 磁盘读写出错
reason-name = 名称太长
reason-refused = 没有连接
reason-broken = 连接中断
reason-killed = 它被强制结束
reason-silent = 它没有报告结果就结束了
reason-ended = 它随机器人一起结束了
reason-held = 还有程序在读已删除的内容
reason-locked = 另一个程序正在使用它
reason-newer = 它由较新版本的 Footnote 写成
reason-late = 等不到响应
reason-certificate = 证书不可信
reason-proxy = 代理不通
reason-damaged = 文件已损坏
reason-open = 它打不开
reason-special = 它不是普通文件
reason-address = 查不到它的地址

## 设置

setting-file = 无法读取 { $file }：{ $reason }。
setting-file-no-text = 无法读取 { $file }：它不是 UTF-8 文本。
setting-file-private = { $file } 里有令牌，而其他用户原本可以读取：现在只有所有者能读了。
setting-file-public = { $file } 里有令牌，其他用户可以读取，权限又改不了：{ $reason }。
setting-line = { $file } 第 { $line } 行：不是“名称=值”的形式。
setting-unknown = { $file } 第 { $line } 行：没有 { $name } 这个设置，是不是想写 { $meant }？
setting-token = { $name } 只能是令牌本身：字母、数字、点、- 和 _。
setting-folder = { $name } 必须是一个文件夹的路径。
setting-folder-own = { $name } 必须是单独的文件夹：不能是 DATA_DIR，也不能是包含它的文件夹。
setting-folder-missing = { $name } 指定的文件夹不存在。
setting-servers = { $name } 必须是服务器 ID（一长串数字），多个之间用逗号隔开。
setting-choice = { $name } 只能是以下之一：{ $choices }。
setting-number = { $name } 必须是 { $least } 到 { $most } 之间的整数。
setting-text = { $name } 必须是一行文字，最多 { $chars } 个字符。
setting-proxy = { $name } 必须是 HTTP 代理的地址，例如 http://127.0.0.1:7890。
setting-proxy-unused = { $name } 不是 HTTP 代理，不会使用；可以改设 { $instead }。

## 检查与邀请

doctor-settings = 设置可以读取
doctor-data = { $folder } 可以写入
doctor-data-none = { $folder } 还不存在：机器人第一次启动时会建立它。DATA_DIR 写对了吗？
doctor-running = 有机器人正在使用这些数据
doctor-stopped = 目前没有机器人在使用这些数据
doctor-disk = 剩余空间 { $free } MB
doctor-disk-low = 剩余空间只有 { $free } MB：请在索引和日志用到之前腾出空间
doctor-articles = { $folder } 里有 { $count } 个文件
doctor-articles-lost = { $folder } { $source ->
    [missing] 不见了或打不开：现在由以前读到的文章回答；它回来之前无法重新读取
   *[emptied] 是空的：在下一次 reindex 之前仍由以前读到的文章回答，之后会换成示例文章
}
doctor-articles-none = { $folder } 里没有文章，目前由示例回答：请放入文件，或在 Discord 里使用 /footnote add
doctor-articles-unread = { doctor-articles }，但索引里一个也没有，目前由示例回答：请在 Discord 里使用 /reindex，或执行 footnote reindex，它会列出读不了的文件
doctor-index = { $day } 的索引里有 { $articles } 篇文章（引擎 { $engine }）
doctor-index-none = 还没有索引：机器人启动时会建立，也可以执行 footnote reindex
doctor-log = 日志完好（{ $size }）
doctor-log-none = 还没有日志：还没有人提问
doctor-log-damaged = { $path } 已损坏（{ $reason }）：下次启动时会另存并重新开始
doctor-state = 状态数据完好（{ $size }）
doctor-state-none = 还没有状态数据：机器人还没有运行过
doctor-state-damaged = { $path } 已损坏（{ $reason }）：下次启动时会换上最近的备份，没有备份就新建一个
doctor-route = Discord 在 { $milliseconds } 毫秒内响应
doctor-route-proxy = 通过代理 { $proxy }，Discord 在 { $milliseconds } 毫秒内响应
doctor-proxy-dead = 代理 { $proxy } 没有响应：请启动它，或修改 DISCORD_PROXY
doctor-proxy-blind = 代理 { $proxy } 在运行，但连不上 Discord：请检查代理自己的设置
doctor-application = 令牌属于应用 { $name }
doctor-code-grant = “Requires OAuth2 Code Grant”已打开，谁也无法添加机器人：请到 Developer Portal 的 Bot 页面关闭
doctor-public = “Public Bot”已打开：任何人都能把机器人加进自己的服务器，但它在那里不回答。如果只由你来添加，请到 Developer Portal 的 Bot 页面关闭
doctor-intents = 打开了特权 intent，而 Footnote 一个也不需要：可以到 Developer Portal 的 Bot 页面关闭
doctor-servers = 机器人在 { $count } 个服务器里
doctor-servers-none = 机器人还不在任何服务器里：请执行 footnote invite 并打开链接
doctor-servers-home = 机器人不在 HOME_SERVERS 中的服务器 { $server } 里：请执行 footnote invite，或更正编号
doctor-servers-unknown = 机器人在 { $count } 个服务器里，却不知道服务于哪一个，因此不回答任何人：请把 HOME_SERVERS 设为那个服务器的 ID
doctor-commands = Discord 已登记 { $count } 个命令
doctor-commands-old = Discord 还不知道这个版本的命令：机器人启动时会发送
invite-token = 机器人的令牌（粘贴时不会显示）
invite-kept = 令牌已存入 { $file }，只有你能读取。
invite-open = 打开这个链接，选择你的服务器：

## 命令行

cli-building = 还没有索引，先读取文章。
cli-read-none = 从 { $folder } 里没有读出文章。
cli-previous = 由另一个索引回答。{ $problem }
cli-outdated = 这个索引是旧版 Footnote 建立的。机器人启动时会自动更新；想马上更新：footnote reindex
cli-output-full = 无法写出结果：{ $reason }。
cli-erased = 日志和状态里已不再有这位用户的记录；仍含有记录的备份和损坏的副本最多 { $days } 天后消失。如果此人选择过不记录，这一点仍会记住。
cli-usage-command = 没有“{ $name }”这个命令。
cli-usage-option = 没有 { $name } 这个选项。
cli-usage-missing = 缺少“{ $name }”。
cli-usage-number = “{ $name }”要是 { $least } 到 { $most } 的整数。
cli-usage-value = { $name } 缺少值，或者本来不带值。
cli-usage-extra = 多写了：{ $words }。
cli-usage-near = 是不是想写 { $names }？
cli-no-token = 没有设置 DISCORD_TOKEN，因此打开试用页面：机器人是真的，只是不连接 Discord。

## 读取时去掉的内容

rule-tag-remnant = 标记残留
rule-pinyin-gloss = 汉字后的拼音
rule-shifted-text = 修复错位的文字
rule-time = 逐字稿的时间
rule-section-mark = 段落编号改为分段
rule-field-break = 栏目标签另起一行
rule-reference-mark = 注释编号
rule-outside = 正文前后的网站内容
rule-teaser = 重复正文的导语
rule-box = 其他文章、问答和投票的列表
rule-site = 导航、分享、竞猜和版权声明
rule-repeated-title = 重复的标题
rule-margin = 页眉、页脚和页码
rule-credits = 署名、来源、日期、阅读数

## 命令行的帮助：help-<命令> 的第一行也用在命令一览里

help-usage = 用法:
help-options = 选项
help-commands = 命令
help-mark-options = [选项]
help-mark-commands = 命令 [参数]...
help-argument-question = 问题
help-argument-name = 名字
help-argument-about = 主题
help-argument-folder = 文件夹
help-argument-before = 旧索引
help-argument-after = 新索引
help-argument-file = 文件
help-argument-user-id = 用户
help-option-help = 显示本页并退出。
help-option-version = 显示版本并退出。
help-option-as-json = 输出 JSON，供别的程序读取。
help-option-json-lines = 进度和结果各占一行，供运行中的机器人读取。
help-option-limit = 最多多少篇文章，不写就是 { $default }。
help-option-source = 只要这个来源的文章，写一部分也行。
help-option-author = 只要这位作者的文章，写一部分也行。
help-option-language = 只要这种语言的文章：zh、zh-Hans、zh-Hant、en。
help-option-after = 只要这一年、月、日或更晚的：2023、2023-05、2023-05-01。
help-option-before = 只要这一年、月、日或更早的。
help-option-chars = 最多多少字，不写就是 { $default }。
help-option-diff = 连同删去的文字一起显示，不只是次数。
help-option-port = 页面的端口，不写就是 { $default }；0 为任意空闲端口。
help-option-no-browser = 只显示地址，不打开浏览器。
help-option-offline = 只检查这台机器，不连接 Discord。
help-option-presses = 导出大家按了什么、说了什么，而不是问了什么。
help-option-lines = 用 JSON Lines 代替 CSV；文件名以 .jsonl 结尾时本来就是。
help-footnote =
    Footnote 只用社区自己的文章回答，并给出答案所在的原句。

    它是一个 Discord 机器人（footnote run），有一个可以试用的页面（footnote
    play），还有下面这些命令。
help-footnote-more =
    先试一试，不需要账号，也不需要令牌：
      footnote play
      footnote search "谁写了 Transformer 论文"

    设置来自环境变量和当前文件夹里的 .env；.env.example 逐项说明。

    退出码：0 完成，1 没有找到，2 用法不对，69 连不上 Discord，70 Footnote 自身
    出错，73 文件无法写入，74 索引、日志或状态损坏，75 正忙（请稍后再试），
    77 Discord 拒绝令牌，78 设置或文章文件夹不对，或者索引、状态由较新版本的
    Footnote 写成。加 --json 时结果以 JSON 写到标准输出，其余都写到标准错误。
help-play =
    在自己的页面上试用机器人，不需要账号。

    真正的机器人，连接的是只在这台机器上的一个小 Discord，用你的文章回答；
    还没有文章时用示例。索引、日志和状态都是它自己的。
    用 SIGTERM 或 Ctrl-C 结束，退出码为 0。
help-play-more =
    例子：
      footnote play
      footnote play --port 9000 --no-browser     然后打开它显示的地址
help-invite =
    显示把机器人请进服务器的链接。

    同时在浏览器里打开。还没有令牌、而终端前有人时，会请你输入，并存进 .env。
help-invite-more =
    例子：
      footnote invite                打开链接，选择你的服务器
      footnote invite --no-browser   只显示链接
help-run =
    在 Discord 里运行机器人。

    收到 SIGTERM 或 Ctrl-C 后 5 秒内结束，退出码为 0，该记的都已记下。服务管理器
    应当在退出码 69 或 75 之后重新启动它；77 和 78 需要你来处理，不要重启。
help-run-more =
    第一次启动之前，把机器人的令牌写进 .env：DISCORD_TOKEN=...
    怎样得到令牌，见 README。没有令牌也想看看：footnote play
help-start =
    有令牌就运行机器人，没有就打开试用页面。

    make run 用的就是它。服务应当用 footnote run，那样绝不会打开试用页面。
help-doctor =
    检查哪里有问题，并告诉你怎么办。

    先看设置、文件夹、磁盘、索引、日志和状态，再看通往 Discord 的路、令牌、
    应用、它的服务器和命令。什么都不会改动。
help-doctor-more =
    退出码：没有问题为 0，否则是第一个问题的：69 连不上 Discord，73 文件无法写入，
    74 索引、日志或状态损坏，77 Discord 拒绝令牌，78 设置或开发者后台不对，
    或者索引由较新版本的 Footnote 建立。
help-search =
    搜索文章，给出能回答的句子。

    简体和繁体互相都能找到，英文名字也能找到中文文章。还没有索引时会先建立。
    问题里可以写 "一字不差的词"、-不要、+必须、A OR B、source:、author:、lang:、
    after: 和 before:，也可以写 来源：、作者：、语言：、之后： 和 之前：。
help-search-more =
    例子：
      footnote search "谁写了 Transformer 论文"
      footnote search 杨立昆 开源 --limit 3
      footnote search "GPU prices" --after 2023-03 --language zh --json
      footnote search '"混合专家" -Google after:2023-03'

    JSON 里，"highlights" 是摘录里的 [起, 止]，"spans" 是文章正文里的；"profile"
    是 footnote who 的结果或 null；"weak" 表示文章里没有答案；"unread" 是没有用
    上的写法；"unquoted" 表示是去掉引号搜索的；"without" 是去掉某个排除了一切的条
    件后的文章数。
help-who = 用文章里的原话说明某人或某物是谁、是什么。
help-who-more =
    例子：
      footnote who "Yann LeCun"
      footnote who 杨立昆是谁 --json

    JSON 里，"answer" 说明是哪一种："choices" 是有好几个符合，或只是写法相近；
    "several" 是一次问了几个。
help-summary =
    用文章里的原句总结一篇文章或一个话题。

    主题可以是文章的编号或标题（见 footnote articles），否则就是一个话题。
help-summary-more =
    例子：
      footnote summary deepmind            一篇文章
      footnote summary "显卡价格"          一个话题，取自几篇文章
      footnote summary deepmind --chars 300 --json
help-articles =
    列出索引里的文章。

    一行一篇，给出编号、标题、日期、语言和文件，以制表符分隔；
    加 --json 则是 JSON。
help-read =
    看看一个文件夹里的文件能读出什么、读不出什么。

    读出的文章、从中删去的内容、被拒绝的文件。不建立索引，什么都不改动：
    加入文章之前，可以这样先看一看。
help-read-more =
    例子：
      footnote read my-articles
      footnote read my-articles --diff     连同删去的文字，修复处写成 之前 → 之后

    加 --diff 时，JSON 里的 "cuts" 是由 "rule" 和 "text" 组成的列表。
help-reindex =
    重新读取文章，建立下一个索引。

    读取 ARTICLES_DIR（data/articles）；其中没有文章时读取示例。
    运行中的机器人几秒内就改用新的索引，其间提问照常回答。
help-reindex-more =
    例子：
      footnote reindex
      ARTICLES_DIR=my-articles footnote reindex --json
help-compare =
    看看最近一次重读使大家问题的回答有了什么变化。

    把最近 30 天里问得最多的问题（最多 500 个）在两个索引上各问一遍。旧索引和新
    索引是 data/index 里的文件夹；不写时，比较前一个索引和正在使用的索引。私信里
    和仅自己可见的提问只计数，除非 REVIEW_PRIVATE 设为 words。
help-compare-more =
    例子：
      footnote compare           前一个索引和正在使用的索引
      footnote compare 20260101T080000000000Z-0a1b2c 20260102T080000000000Z-3d4e5f
help-review =
    在浏览器的页面里查看提问日志。

    需要附加组件 review。Datasette 显示的是日志的副本，带有现成的查询，只在这台
    机器上，只有拿到所显示地址的人能看。用 Ctrl-C 结束后副本即删除。私信里和仅自
    己可见的提问不含原话，除非 REVIEW_PRIVATE 设为 words。机器人可以同时运行。
help-export =
    把提问日志写进文件，或写到标准输出。

    一行是一个问题：何时、何处、原话、找到了什么。提问的人按 LOG_USERS 所定的方
    式记录；私信里和仅自己可见的提问不含原话，除非 REVIEW_PRIVATE 设为 words。机
    器人可以同时运行。CSV 里，会被电子表格当成公式的文字前面加了撇号。
help-export-more =
    例子：
      footnote export questions.csv
      footnote export --presses presses.jsonl
      footnote export --lines | grep '"outcome": "nothing"'
help-erase =
    按 Discord 用户 ID 删除为某位用户保存的内容。

    包括提问、按过的按钮和语言。在 Discord 里用 /privacy，每个人都能自己删；
    这个命令用于已经离开的人。请先结束运行中的机器人。备份到期后自行消失。
help-erase-more =
    例子：有人请你删除，并告诉了自己的 Discord 用户 ID
      footnote erase 412345678901234567
