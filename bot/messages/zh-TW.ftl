## 指令（說明最多 100 個字元）

command-search = 搜尋社群的文章
command-search-query = 想知道什麼，中文英文都可以
command-search-source = 只看這個來源的文章
command-search-author = 只看這位作者的文章
command-search-language = 只看這種語言的文章
command-search-after = 只看這個日期以後（含當日）的文章：2024、2024-05 或 2024-05-01
command-search-before = 只看這個日期以前（含當日）的文章：2024、2024-05 或 2024-05-01
command-private = 只讓自己看到回答
command-summary = 摘要一篇文章，或各篇文章對某個主題的說法
command-summary-about = 選一個文章標題，或輸入主題
command-summary-length = 摘要的篇幅
command-who = 這是誰、是什麼：職稱、原文引述和相關文章
command-who-name = 名字，繁體、簡體、英文都可以
command-help = 這個機器人能做什麼
command-privacy = 你的提問會留下什麼紀錄，如何刪除
command-review = 檢視大家問了什麼、什麼沒有結果、什麼沒有幫助
command-review-days = 回看多少天
command-reindex = 文章檔案有新增、修改或刪除後，重新讀取
command-footnote = 管理這個機器人：文章、設定、運作狀況
command-add = 新增文章：一次最多上傳十個檔案
command-articles = 檢視文章，移除或復原
command-articles-article = 文章標題
command-aliases = 檢視和修改暱稱、別名
command-aliases-name = 誰的名字：文章裡的寫法，或已列出的任何一種
command-aliases-add = 要列出的暱稱、別的寫法或外文名，多個用逗號隔開
command-aliases-remove = 要從清單移除的寫法，多個用逗號隔開
command-status = 運作狀況：索引、速度、日誌、版本
command-settings = 機器人在這個伺服器裡怎樣回答
command-settings-language = 問題和提問者都看不出語言時用哪種語言
command-settings-private = 除非提問者另選，回答只給提問者自己看
language-own = 伺服器自己的語言
language-en-us = English
language-zh-cn = 简体中文
language-zh-tw = 繁體中文
menu-search = 搜尋這句話
menu-who = 這是誰？
choice-english = 英文
choice-chinese = 中文（繁體和簡體）
choice-simplified = 簡體中文
choice-traditional = 繁體中文
choice-japanese = 日文
choice-korean = 韓文
choice-short = 簡短
choice-medium = 適中
choice-long = 詳細

## 指令和選項的名稱

name-search = 搜尋
name-who = 是誰
name-summary = 總結
name-help = 說明
name-privacy = 隱私
name-reindex = 重讀
name-footnote = 管理
name-add = 新增
name-articles = 文章
name-status = 狀態
name-settings = 設定
name-review = 回顧
name-remove = 移除
name-aliases = 別名
name-query = 問題
name-source = 來源
name-author = 作者
name-language = 語言
name-after = 起始
name-before = 截止
name-private = 僅自己可見
name-name = 名字
name-about = 主題
name-length = 篇幅
name-article = 文章
name-days = 天數

## 按鈕

button-read = 閱讀
button-who = 詳情
button-previous = 上一頁
button-next = 下一頁
button-first = 首頁
button-last = 末頁
button-source = 原文連結
button-helpful = 有幫助
button-not-helpful = 沒幫助
button-share = 讓大家看到
button-add = 新增 { $count } 篇文章
button-discard = 放棄
button-remove = 移除
button-back = 返回
button-removed = 已移除 { $count } 項
button-restore = 復原
button-term = 搜尋：{ $term }
button-search-instead = 改為搜尋文章
button-suggestion = 改搜：{ $question }

## 回答

page = 第 { $page } 頁，共 { $pages } 頁
list-comma = 、
and-more = 另外還有 { $count } 項
search-all = 全部文章，最新的在前
search-of = 文章：{ $filters }
search-found = 在 { $total } 篇文章中找到
search-listed = 共 { $total } 篇文章
search-at-least = 至少在 { $total } 篇文章中找到
search-best = 顯示前 { $shown } 篇
search-cut = 問題太長，只以前 { $chars } 個字搜尋。
search-nothing = 找不到「{ $question }」的相關內容
search-try = 可以少用幾個詞、換個說法，或使用文章裡的寫法。繁體簡體都搜得到。
search-close = 另有 { $count } 篇較為接近
search-weak = 文章裡沒有答案。下面是最接近的段落：
search-origin = { $named ->
    [0] 文章沒有寫明作者
   *[other] 作者：{ $author }
}{ $dated ->
    [0] ；發表日期不詳。
   *[other] ；發表於 { $date }。
}
search-no-card = 沒有「{ $name }」的人物卡片，下面是文章裡出現這些字的地方。
search-filters = 限定：{ $filters }
search-unread = 沒有用上：{ $words }
search-unquoted = 沒有符合條件的文章原樣含有引號裡的詞，已去掉引號搜尋。
search-missing = 文章裡沒有：{ $words }
search-instead = 改為搜尋：{ $question }
search-found-words = 文章裡有：{ $words }
search-titles = 最接近的標題見下方，按按鈕可看該文摘要。
search-without = 拿掉{ $filter }：{ $count } 篇
filter-source = 來源
filter-author = 作者
filter-language = 語言
filter-after = 起始日期
filter-before = 截止日期
filter-during = 日期
filter-not = 排除{ $filter }
filter-or = {" 或 "}
filter-words = 引號和加減號
filter-all = 全部條件
shared-by = 由 { $person } 展示
shared = 你的回答已顯示在頻道裡。
judged = 謝謝，管理文章的人會看到。
form-judgement = 哪裡不對？
form-judgement-sentence = 願意的話，用一句話說明
form-alias = 這是誰的名字？
form-alias-alias = 大家問的名字
form-alias-name = 文章裡的名字
form-alias-follows = 隨後會立即重新讀取文章。
form-upload = 新增文章
form-upload-files = 最多十個檔案
form-upload-kinds = 新增之前，你會先看到裡面有什麼。
who-forms = 又作：{ $forms }
who-namesakes = 這些文章說的可能是幾個同名的人。
who-related = 常一起出現
who-articles = 相關文章 { $count } 篇
who-choices = 有好幾個「{ $name }」，你指的是哪一個？
who-near = 沒有叫「{ $name }」的，是不是想找下面這些？
who-nobody = 文章裡沒有說明「{ $name }」是誰、是什麼
who-no-name = 這裡沒有文章會提到的名字
who-known = 我只認識文章裡出現的人物、機構和產品：說出其中一個的名字就行，哪種寫法都可以。
who-nearest = 文章裡最接近的名字：
who-try = 請寫出名字本身，檢查一下寫法，或直接搜尋文章。
fact-definition = 簡介
fact-founding = 創辦
fact-money = 資金
fact-product = 產品
fact-relation = 人物關係
fact-move = 去向
who-timeline = 時間線
kind-person = 人物
kind-organisation = 機構
kind-product = 產品
summary-kept = { $articles ->
    [1] 讀完原文約需 { $minutes } 分鐘
   *[other] 取自 { $articles } 篇文章，讀完約需 { $minutes } 分鐘
}；{ $left ->
    [0] 全文都在這裡。
   *[other] 略去了 { $left }%，每一句都是原文。
}
summary-nothing = 沒有可以摘要的內容：「{ $subject }」
summary-try = 選下面的一篇文章，照原樣寫一個標題，或者換個話題。

## 說明與隱私

greeting =
    你好！我根據這個社群的文章回答問題，並標明每個回答出自哪裡。
    直接問就可以：**{ $question }**、**{ $name }是誰**、**總結一下{ $title }**，英文也行。
    在伺服器裡請用 **/搜尋**（/search）、**/是誰**（/who）、**/總結**（/summary），更多用法請看 **/說明**（/help）。
talk-thanks = 不客氣，隨時可以再問。
talk-following = 沒有可以接著做或取消的事。「他」「她」「它」「這篇文章」在一刻鐘內指上一個回答說的人、公司或文章；別的請連同名字或話題一起寫完整。想接著看，請按回答下面的按鈕：「{ button-next }」翻頁，「{ button-read }」打開文章。
talk-complaint = 抱歉。請按那個回答下面的「{ button-not-helpful }」，用一句話寫明哪裡不對，管理文章的人會看到。換個說法再問，或者只寫名字，也許能找到更多。
talk-beyond = 我只會在這個社群的文章裡查找，並引用原文：不打開連結，不寫作，不翻譯，也不知道今天的事。請問文章裡可能寫到的內容；傳送「說明」可以看用法。
example-question = 歐洲的電動車
example-name = 詹天佑
example-title = 太陽能
help-heading = 我能做什麼
help =
    - **/搜尋**（/search）*問題: { $question }*：搜尋文章，列出能回答問題的原文。可以依來源、作者、語言、日期篩選。
      問題裡可用：「原詞原句」、-不含、+必含、A OR B、A NOT B，以及 來源：作者：語言：之後：2023-03 之前：
    - **/是誰**（/who）*名字: { $name }*：人物、機構或產品的職稱、引述和相關文章，繁簡體和各種譯名都認得。
    - **/總結**（/summary）*主題: { $title }*：選標題就摘要那一篇，輸入主題就彙整多篇。
    - 加上 `僅自己可見: True`（private），回答只有你自己看得到。按**閱讀**會開啟文章並翻到引用的地方。
    - 傳私人訊息給我或 @ 我時，直接說就可以：「{ $name }是誰？」「總結一下{ $title }」。
    - **/隱私**（/privacy）說明你的提問會留下什麼紀錄。管理員用 **/管理 新增**（/footnote add）新增文章，用 **/重讀**（/reindex）重新讀取文章資料夾。
privacy-heading = 你的提問會留下什麼紀錄
privacy-kept = - 每次提問會記錄：問題和篩選條件、時間、所在的伺服器和頻道、你的 Discord 語言、列出了哪些文章、花了多少時間；還有按過哪些按鈕、對回答寫過什麼意見。指令送出之前輸入的內容不會記錄。
privacy-users-hash = - 不儲存你的使用者 ID，只儲存它的加密雜湊值。這仍屬於個人資料：用存放在同一處的金鑰可以找到你的提問。
privacy-users-plain = - 每次提問會一併儲存你的 Discord 使用者 ID。
privacy-users-none = - 提問不會與你本人連結：既不儲存使用者 ID，也不儲存它的雜湊值。
privacy-how-long = - 提問紀錄保存 { $days } 天後刪除，紀錄的備份和損壞的副本裡的最多再留 { $backups } 天；按鈕所需的內容保存 30 天，你上次使用的語言保存 90 天。
privacy-direct = - 私人訊息裡的提問和僅自己可見的回答也同樣會記錄，但管理員檢視提問情況時只看得到數量。
privacy-direct-words = - 私人訊息裡的提問和僅自己可見的回答也同樣會記錄，管理員檢視提問情況時可以讀到內容。
privacy-never = - 這些都存放在執行本機器人的電腦上的資料庫裡，不會傳給其他服務，不會出售，也不會用來訓練模型。
privacy-operator = - 本機器人的營運者：{ $operator }。
privacy-operator-unknown = 社群伺服器的管理員
privacy-delete = - 用下面的按鈕可以取得關於你的全部紀錄、將其清除，或者今後不再記錄你的提問。也可以聯絡營運者，並提供你的 Discord 使用者 ID。
privacy-delete-unknown = - 想刪除某則提問，請聯絡營運者，說明問題內容和提問時間；除此之外沒有其他線索能找到它。下面的按鈕只能處理以前與你關聯的紀錄，也可以讓你的提問今後不再記錄；為此會記住你的使用者 ID 的加密雜湊值。
privacy-out = 你已選擇不記錄：你的提問和按鍵都不會寫入紀錄。
privacy-button-data = 下載我的資料
privacy-button-erase = 清除我的資料…
privacy-button-erase-now = 立即清除
privacy-button-out = 不再記錄我的提問
privacy-button-in = 恢復記錄我的提問
privacy-file = 這是關於你的全部紀錄（JSON 格式）：提問、按鍵、回答按鈕背後的內容，以及你的語言。
privacy-failed = { $act ->
    [file] 沒能彙總你的資料：{ $reason }。
    [erase-now] 你的資料沒有清除，或者沒有全部清除：{ $reason }。
   *[other] 什麼也沒有改變：{ $reason }。
}請稍後再試；機器人的營運者可以在日誌裡查到原因。
erase-heading = 要清除關於你的全部紀錄嗎？
erase-what =
    你的提問、按過的按鈕、對回答寫的意見和上次使用的語言會立即刪除，你的回答下面的按鈕將失效。此操作無法復原。
    Discord 裡的訊息不受影響，請在那裡刪除。之前留下的紀錄備份和損壞的副本會在 { $backups } 天內消失。
erased-heading = 你的資料已清除
erased = 紀錄和狀態裡已不再有你的資料；仍含有它們的備份和損壞的副本會在 { $backups } 天內消失。除非你選擇不記錄，下一次提問仍會寫入紀錄。
review-heading = 最近 { $days } 天的提問
review-none = 沒有人提過問題。
review-questions = - { $people ->
    [0] 共提了
   *[other] { $people } 人提了
} **{ $questions }** 個問題
review-refused = - 其中 { $count } 個被拒絕：提問者不在服務範圍內，或內容為空
review-answered = - **{ $percent }%** 得到回答（{ $answered } 個）
review-latency = - 一半的回答用時不超過 { $median } 毫秒，95% 不超過 { $p95 } 毫秒
review-judged = - 評為有幫助：{ $helpful }，沒有幫助：{ $unhelpful }
review-hidden = 另有 { $count } 個問題是在私人訊息裡或以僅自己可見的方式提出的，只計數量。
review-hidden-how = 營運者可以讓回顧顯示這些問題的內容（REVIEW_PRIVATE）；/privacy 會隨之說明。
review-chart = 每天的提問數
review-chart-across = 日期（UTC）
review-chart-up = 提問數
review-chart-answered = 得到回答
review-chart-unanswered = 沒有結果
review-chart-description = 長條圖：{ $first }至{ $last }（UTC）每天的提問數，共 { $questions } 個，其中 { $answered } 個得到回答；最多的是{ $busiest }：{ $most } 個。
review-day = { $month }月{ $day }日
review-top = 問得最多：{ $count }
review-top-why = 大家最想知道的，問得多的在前。
review-nothing = 沒有結果：{ $count }
review-nothing-why = 也許缺少這方面的文章，或文章裡用的是別的說法。
review-unhelpful = 沒有幫助：{ $count }
review-unhelpful-why = 被評為沒有幫助的回答，以及大家的意見。
review-unknown = 未知的名字：{ $count }
review-unknown-why = 文章裡沒有叫這個名字的：也許缺少文章，或者名字有別的寫法，需要新增別名。
review-unfound = 從未找到：{ $count }
review-unfound-why = 這些天裡沒有任何回答提到的文章。
review-button-run = 再問一次
review-button-alias = 新增別名
review-button-done = 已處理

## 重新讀取

reindex-starting = 開始讀取文章……
reindex-reading = 正在讀取檔案
reindex-analysing = 正在分析文章
reindex-writing = 正在寫入索引
reindex-left = { $minutes ->
    [0] 大約還要 { $seconds } 秒
   *[other] 大約還要 { $minutes } 分鐘
}
reindex-elsewhere = 所需時間超過 Discord 允許更新回覆的期限，結果會發在這個頻道。
reindex-done = 文章已重新讀取
reindex-totals = { $articles } 篇文章，{ $passages } 個段落，用時 { $seconds } 秒。
reindex-sample = 目前用的是範例文章：你自己的文章資料夾裡還沒有能讀的文章。
reindex-dropped-sample = 已改用你自己的文章，範例文章不再使用。
reindex-unchanged = 沒有文章有變動。
reindex-added = 新增 { $count } 篇
reindex-changed = 修改 { $count } 篇
reindex-removed = 移除 { $count } 篇
reindex-refused = 未能讀取的檔案：{ $count } 個
compare-heading = 對大家常問的問題有什麼變化
compare-asked = { $count ->
    [0] 最近 30 天沒有人提過問題。
   *[other] 最近 30 天問得最多的 { $count } 個問題，在新舊兩個索引上都問了一遍。
}
compare-counts = 新得到回答：{ $gained } · 不再有回答：{ $lost } · 首個回答不同：{ $changed } · 用詞不同：{ $reworded }
compare-same = 每個問題的首個回答都沒有變化。
compare-hidden = 另有 { $count } 個在私人訊息裡或以僅自己可見的方式提出的問題也有變化。
compare-gained = 新得到回答
compare-lost = 不再有回答
compare-changed = 首個回答不同
compare-reworded = 用詞不同
compare-before = 以前
compare-after = 現在
compare-nothing = 沒有找到
compare-button-show = 前後對照
compare-button-back = 回到上一個索引
compare-button-forward = 復原
compare-went-back = 現在使用索引 { $build }。資料夾裡的文章沒有變，下次重建索引時會重新讀取。
rejected-unsupported = 不支援這種檔案
rejected-link = 是符號連結，不會讀取
rejected-not-regular = 不是一般檔案
rejected-too-large = 檔案太大
rejected-too-deep = 資料夾層數太多
rejected-too-many-folders = 資料夾太多
rejected-unreadable = 系統不允許開啟
rejected-changed-while-reading = 讀取時檔案正在寫入，請再執行一次 /reindex
rejected-not-text = 不是文字檔
rejected-undecodable = 無法判斷文字編碼，請存成 UTF-8
rejected-damaged = 檔案已損毀，或與副檔名不符
rejected-encrypted = 有密碼或版權保護
rejected-scanned = 只有頁面圖片，沒有文字；請先做文字辨識（OCR）
rejected-garbled = 其中的字形沒有對應的文字；請重新匯出，或先做文字辨識（OCR）
rejected-no-columns = 第一列須是欄名，其中要有標題和內文
rejected-bad-line = 這一行沒有可用的標題或內文
rejected-empty = 沒有可顯示的內容
rejected-duplicate-id = 與另一個檔案的 id 相同
rejected-duplicate-text = 與另一個檔案的內容相同
rejected-timed-out = 讀取耗時太長
rejected-too-much-memory = 讀取占用記憶體太多
rejected-crashed = 讀取失敗，檔案可能已損壞
rejected-names = 人名的其他寫法請用 /footnote aliases 加入
rejected-served = 已有內容相同的文章
rejected-unfetched = Discord 沒有交出這個檔案，請再試一次
rejected-bad-alias = 看不懂這一行，請寫成："主要名字" = ["別名"]

## 管理

add-found = { $count ->
    [0] 沒有可以新增的文章
   *[other] 可以新增 { $count } 篇文章
}
add-chars = { $count } 字
aliases-heading = { $count ->
    [0] 還沒有列出任何名字
   *[other] 已列出 { $count } 個名字
}
aliases-change = 選擇名字，再填寫要新增或移除的寫法；重新讀取文章後即生效。
aliases-added = 現在這樣也能找到{ $name }：{ $forms }
aliases-removed = 這樣不再能找到{ $name }：{ $forms }
aliases-listed = { $name }的清單裡已經有：{ $forms }
aliases-unlisted = { $name }的清單裡沒有：{ $forms }
aliases-unknown = 還沒有文章提到{ $name }：請看看文章裡是不是這樣寫的。
aliases-problem = { $line ->
    [0] 檔案：
   *[other] 第 { $line } 行：
}
add-discarded = 沒有新增任何文章。
articles-lost = **{ $source ->
    [missing] 文章資料夾不見了。現在由以前讀到的文章回答；它回來之前無法重新讀取。
   *[emptied] 文章資料夾是空的。在下一次 /reindex 之前仍由以前讀到的文章回答，之後會換成範例文章。
}**
articles-find = 想直接找到某一篇，請在這個指令的「{ name-article }」選項裡填標題中的字。
articles-heading = { $count } 篇文章
remove-heading = 移除「{ $title }」？
remove-others = 同一檔案裡還有 { $count } 篇文章，會一起移除：
remove-alone = 只想拿掉這一篇：在文章資料夾裡修改這個檔案，再重新讀取文章。
remove-note = 檔案會移出文章資料夾，另行保存，可以在這裡復原。
removed-heading = 已移除 { $count } 項
removed-none = 沒有移除過文章
status-heading = 運作狀況
status-damage = **{ $problem }**{ $serving ->
    [other] 目前由另一個索引回答。
    [same] 沒有別的索引可用，提問可能得不到回答。
   *[none] 目前無法回答提問。
}{ $remedy ->
    [building] 正在重新建立索引。
    [newer] 請升級 Footnote，或執行 /reindex，用現在的版本重新建立。
   *[damaged] 請執行 /reindex 重新建立。
}
status-outdated = { $building ->
    [yes] 索引是舊版本建立的，正在更新。
   *[no] 索引是舊版本建立的，請執行 /reindex 更新。
}
status-no-index = { $building ->
    [yes] 還沒有索引，正在建立。
   *[no] 還沒有索引，請執行 /reindex 建立。
}
status-trouble = **{ $store ->
    [log] 日誌無法寫入（{ $reason }）：新的提問暫存在記憶體裡或日誌旁邊。
   *[state] 狀態無法寫入（{ $reason }）：新回答的按鈕在下次啟動前可用，設定和不記錄的選擇暫時無法更改。
}**
status-index = - 索引：{ $articles } 篇文章，{ $passages } 個段落
status-build = - 建立時間：{ $age }，引擎 { $engine }
status-answers = - 回答用時 { $milliseconds } 毫秒（最近回答的中位數）
status-gateway = - Discord 回應用時 { $milliseconds } 毫秒
status-lag = - 最近五分鐘程式最多延遲 { $milliseconds } 毫秒
status-log = - 日誌：{ $size }
status-version = - 版本 { $version }
age-now = 剛剛
age-minutes = { $count } 分鐘前
age-hours = { $count } 小時前
age-days = { $count } 天前
settings-heading = 機器人在這裡怎樣回答
settings-saved = 已儲存
settings-language = - 問題和提問者都看不出語言時：{ $language }
settings-private = - 除非提問者另選，回答只給提問者自己看。除非營運者設定了 REVIEW_PRIVATE，回顧只計這類問題的數量。
settings-public = - 除非提問者另選，回答所有人都看得到。

## 錯誤

error-bug = 我這邊出錯了。請把編號 { $reference } 告訴這個機器人的營運者。
member-unavailable = 目前讀不到文章。機器人的營運者可以在記錄檔裡查到原因。
member-no-articles = 文章還沒有讀取完，請稍後再試；如果一直這樣，可以請管理員執行 /reindex。
error-not-admitted = 我只回答所服務社群成員的問題。
error-membership-unknown = Discord 暫時沒有告訴我你是否屬於我所服務的社群，請稍後再試。
error-home-unknown = 我在多個伺服器裡，還不知道自己服務於哪個社群，所以暫時不回答任何人。請營運者把社群伺服器的 ID 寫進設定 HOME_SERVERS。
error-not-manager = 這需要在社群自己的伺服器裡擁有「管理伺服器」權限。
error-blank-question = 裡面沒有可以搜尋的內容，請寫一個詞或一個名字。
error-answer-expired = 這個回答太舊，按鈕已經失效，請重新提問。
error-private-answer = 這個回答只給提問者本人看，請自己提問。
error-alias-incomplete = 沒有改動：請填寫「名字」（name：是誰的），再填寫「新增」（add）或「移除」（remove）裡的寫法。
error-alias-unusable = 「{ $name }」或「{ $form }」不是 1 到 64 個字元的名字，或者無法讀取 aliases.toml。
error-change-gone = 已經有人處理過，或者等待超過了一天。
error-article-file-missing = 文章資料夾裡沒有這篇文章的檔案：它屬於範例，或者檔案已經移走。
error-stale-command = 這個指令已經更新，請重新載入 Discord 再試。
error-reindex-running = 正在重新讀取文章，請等它完成。
error-build-gone = 沒有這個索引：只保留最近兩次的，第一次重讀後只有一個。
error-compare-failed = 無法比較兩個索引：{ $reason }
error-too-busy = 目前排隊的問題太多，請稍後再試。
error-settings-invalid = 設定無法使用：
    { $problems }
error-token-missing = 沒有設定 DISCORD_TOKEN。請把機器人的權杖寫進 .env，或先不連 Discord 試用：footnote play
error-token-refused = Discord 拒絕了權杖（{ $reason }）。請到 Developer Portal 的 Bot 頁面重新複製。
error-discord-unreachable = 連不上 Discord（{ $reason }）。請檢查網路，或設定 DISCORD_PROXY。
error-port-in-use = 連接埠 { $port } 已被占用。請換一個連接埠，或結束占用它的程式。
error-data-locked = 另一個 Footnote 處理程序正在寫入 { $folder }，請先結束它。
error-data-unwritable = 無法寫入 { $path }：{ $reason }。
error-data-unreadable = 無法讀取 { $path }：{ $reason }。
error-log-missing = { doctor-log-none }
error-log-damaged = { doctor-log-damaged }
error-extra-missing = 這個指令需要另外的套件，請安裝：.venv/bin/python -m pip install "footnote-discord[{ $extra }]"（容器裡無法安裝，請改用 footnote export）
error-newer-data = { $path } 由較新版本的 Footnote 寫入（格式 { $version }）。請升級，或還原備份。
error-reindex-failed =
    重新讀取文章失敗：{ $reason }
    索引保持原樣。
error-unknown-article = 沒有這篇文章：它已被移除，或者標題不是這樣寫的。在指令裡輸入標題時會列出已有的文章。
error-folder-unreadable = 無法讀取資料夾 { $folder }：{ $reason }。
error-invalid-article = 文章 { $article_id } 無法編入索引：{ $reason }。
error-duplicate-article = id { $article_id } 出現在不只一篇文章裡：
    { $origins }
error-no-index = { $folder } 裡還沒有索引。請執行：footnote reindex
error-damaged-index = { damaged-index }請用 footnote reindex 或 Discord 裡的 /reindex 重新建立。
error-newer-index = { newer-index }請升級 Footnote，或用 footnote reindex 或 Discord 裡的 /reindex 以目前的版本重新建立。
error-build-in-progress = 另一個處理程序正在 { $folder } 裡建立索引，請等它完成。
error-index-not-writable = 無法寫入索引資料夾 { $folder }：{ $reason }。
error-reader-unavailable = 無法啟動讀取文章的行程（{ $reason }）。

## 索引為什麼用不了

damaged-index = 索引 { $build } 已損毀（{ $reason }）。
newer-index = 索引 { $build } 由較新版本的 Footnote 建立（格式 { $format_number }）。
damage-no-folder = 它的資料夾不見了
damage-changed = { $part } 與寫入時不一致
damage-unreadable = 無法讀取 { $part }：{ $reason }
damage-old-format = 格式 { $detail } 已不再支援
damage-engine = 它是為引擎「{ $detail }」建立的，這裡沒有這個引擎

## 系統說的原因

reason-missing = 沒有這個檔案或資料夾
reason-denied = 沒有權限
reason-full = 磁碟已滿
reason-large = 檔案太大，系統不允許
reason-read-only = 只能讀，不能寫
reason-folder = 它是資料夾
reason-no-folder = 路徑裡有一段不是資料夾
reason-disk = 磁碟讀寫出錯
reason-name = 名稱太長
reason-refused = 沒有連線
reason-broken = 連線中斷
reason-killed = 它被強制結束
reason-silent = 它沒有回報結果就結束了
reason-ended = 它隨機器人一起結束了
reason-held = 還有程式在讀已刪除的內容
reason-locked = 另一個程式正在使用它
reason-newer = 它由較新版本的 Footnote 寫成
reason-late = 等不到回應
reason-certificate = 憑證不可信
reason-proxy = 代理不通
reason-damaged = 檔案已損壞
reason-open = 它打不開
reason-special = 它不是一般檔案
reason-address = 查不到它的位址

## 設定

setting-file = 無法讀取 { $file }：{ $reason }。
setting-file-no-text = 無法讀取 { $file }：它不是 UTF-8 文字檔。
setting-file-private = { $file } 裡有權杖，而其他使用者原本可以讀取：現在只有擁有者能讀了。
setting-file-public = { $file } 裡有權杖，其他使用者可以讀取，權限又改不了：{ $reason }。
setting-line = { $file } 第 { $line } 行：不是「名稱=值」的形式。
setting-unknown = { $file } 第 { $line } 行：沒有 { $name } 這個設定，是不是想寫 { $meant }？
setting-token = { $name } 只能是權杖本身：字母、數字、點、- 和 _。
setting-folder = { $name } 必須是一個資料夾的路徑。
setting-folder-own = { $name } 必須是獨立的資料夾：不能是 DATA_DIR，也不能是包含它的資料夾。
setting-folder-missing = { $name } 指定的資料夾不存在。
setting-servers = { $name } 必須是伺服器 ID（一長串數字），多個之間用逗號隔開。
setting-choice = { $name } 只能是以下之一：{ $choices }。
setting-number = { $name } 必須是 { $least } 到 { $most } 之間的整數。
setting-text = { $name } 必須是一行文字，最多 { $chars } 個字元。
setting-proxy = { $name } 必須是 HTTP 代理的位址，例如 http://127.0.0.1:7890。
setting-proxy-unused = { $name } 不是 HTTP 代理，不會使用；可以改設 { $instead }。

## 檢查與邀請

doctor-settings = 設定可以讀取
doctor-data = { $folder } 可以寫入
doctor-data-none = { $folder } 還不存在：機器人第一次啟動時會建立它。DATA_DIR 寫對了嗎？
doctor-running = 有機器人正在使用這些資料
doctor-stopped = 目前沒有機器人在使用這些資料
doctor-disk = 剩餘空間 { $free } MB
doctor-disk-low = 剩餘空間只有 { $free } MB：請在索引和日誌用到之前騰出空間
doctor-articles = { $folder } 裡有 { $count } 個檔案
doctor-articles-lost = { $folder } { $source ->
    [missing] 不見了或打不開：現在由以前讀到的文章回答；它回來之前無法重新讀取
   *[emptied] 是空的：在下一次 reindex 之前仍由以前讀到的文章回答，之後會換成範例文章
}
doctor-articles-none = { $folder } 裡沒有文章，目前由範例回答：請放入檔案，或在 Discord 裡使用 /footnote add
doctor-articles-unread = { doctor-articles }，但索引裡一個也沒有，目前由範例回答：請在 Discord 裡使用 /reindex，或執行 footnote reindex，它會列出讀不了的檔案
doctor-index = { $day } 的索引裡有 { $articles } 篇文章（引擎 { $engine }）
doctor-index-none = 還沒有索引：機器人啟動時會建立，也可以執行 footnote reindex
doctor-log = 日誌完好（{ $size }）
doctor-log-none = 還沒有日誌：還沒有人提問
doctor-log-damaged = { $path } 已損壞（{ $reason }）：下次啟動時會另存並重新開始
doctor-state = 狀態資料完好（{ $size }）
doctor-state-none = 還沒有狀態資料：機器人還沒有執行過
doctor-state-damaged = { $path } 已損毀（{ $reason }）：下次啟動時會換上最近的備份，沒有備份就新建一個
doctor-route = Discord 在 { $milliseconds } 毫秒內回應
doctor-route-proxy = 透過代理 { $proxy }，Discord 在 { $milliseconds } 毫秒內回應
doctor-proxy-dead = 代理 { $proxy } 沒有回應：請啟動它，或修改 DISCORD_PROXY
doctor-proxy-blind = 代理 { $proxy } 在執行，但連不上 Discord：請檢查代理自己的設定
doctor-application = 權杖屬於應用程式 { $name }
doctor-code-grant = 「Requires OAuth2 Code Grant」已開啟，誰也無法加入機器人：請到 Developer Portal 的 Bot 頁面關閉
doctor-public = 「Public Bot」已開啟：任何人都能把機器人加進自己的伺服器，但它在那裡不回答。如果只由你來加入，請到 Developer Portal 的 Bot 頁面關閉
doctor-intents = 開啟了特權 intent，而 Footnote 一個也不需要：可以到 Developer Portal 的 Bot 頁面關閉
doctor-servers = 機器人在 { $count } 個伺服器裡
doctor-servers-none = 機器人還不在任何伺服器裡：請執行 footnote invite 並開啟連結
doctor-servers-home = 機器人不在 HOME_SERVERS 中的伺服器 { $server } 裡：請執行 footnote invite，或更正編號
doctor-servers-unknown = 機器人在 { $count } 個伺服器裡，卻不知道服務於哪一個，因此不回答任何人：請把 HOME_SERVERS 設為那個伺服器的 ID
doctor-commands = Discord 已登記 { $count } 個指令
doctor-commands-old = Discord 還不知道這個版本的指令：機器人啟動時會傳送
invite-token = 機器人的權杖（貼上時不會顯示）
invite-kept = 權杖已存入 { $file }，只有你能讀取。
invite-open = 開啟這個連結，選擇你的伺服器：

## 命令列

cli-building = 還沒有索引，先讀取文章。
cli-read-none = 從 { $folder } 裡沒有讀出文章。
cli-previous = 由另一個索引回答。{ $problem }
cli-outdated = 這個索引是舊版 Footnote 建立的。機器人啟動時會自動更新；想馬上更新：footnote reindex
cli-output-full = 無法寫出結果：{ $reason }。
cli-erased = 紀錄和狀態裡已不再有這位使用者的資料；仍含有資料的備份和損壞的副本最多 { $days } 天後消失。如果此人選擇過不記錄，這一點仍會記住。
cli-usage-command = 沒有「{ $name }」這個指令。
cli-usage-option = 沒有 { $name } 這個選項。
cli-usage-missing = 缺少「{ $name }」。
cli-usage-number = 「{ $name }」要是 { $least } 到 { $most } 的整數。
cli-usage-value = { $name } 缺少值，或者本來不帶值。
cli-usage-extra = 多寫了：{ $words }。
cli-usage-near = 是不是想寫 { $names }？
cli-no-token = 沒有設定 DISCORD_TOKEN，因此開啟試用頁面：機器人是真的，只是不連接 Discord。

## 讀取時去掉的內容

rule-tag-remnant = 標記殘留
rule-pinyin-gloss = 漢字後的拼音
rule-shifted-text = 修復錯位的文字
rule-time = 逐字稿的時間
rule-section-mark = 段落編號改為分段
rule-field-break = 欄目標籤另起一行
rule-reference-mark = 註釋編號
rule-outside = 正文前後的網站內容
rule-teaser = 重複正文的導語
rule-box = 其他文章、問答和投票的清單
rule-site = 導覽、分享、競猜和版權聲明
rule-repeated-title = 重複的標題
rule-margin = 頁首、頁尾和頁碼
rule-credits = 署名、來源、日期、閱讀數

## 命令列的幫助：help-<指令> 的第一行也用在指令一覽裡

help-usage = 用法:
help-options = 選項
help-commands = 指令
help-mark-options = [選項]
help-mark-commands = 指令 [引數]...
help-argument-question = 問題
help-argument-name = 名字
help-argument-about = 主題
help-argument-folder = 資料夾
help-argument-before = 舊索引
help-argument-after = 新索引
help-argument-file = 檔案
help-argument-user-id = 使用者
help-option-help = 顯示本頁並結束。
help-option-version = 顯示版本並結束。
help-option-as-json = 輸出 JSON，供別的程式讀取。
help-option-json-lines = 進度和結果各佔一行，供執行中的機器人讀取。
help-option-limit = 最多多少篇文章，不寫就是 { $default }。
help-option-source = 只要這個來源的文章，寫一部分也行。
help-option-author = 只要這位作者的文章，寫一部分也行。
help-option-language = 只要這種語言的文章：zh、zh-Hans、zh-Hant、en。
help-option-after = 只要這一年、月、日或更晚的：2023、2023-05、2023-05-01。
help-option-before = 只要這一年、月、日或更早的。
help-option-chars = 最多多少字，不寫就是 { $default }。
help-option-diff = 連同刪去的文字一起顯示，不只是次數。
help-option-port = 頁面的連接埠，不寫就是 { $default }；0 為任意空閒的。
help-option-no-browser = 只顯示網址，不開啟瀏覽器。
help-option-offline = 只檢查這台機器，不連接 Discord。
help-option-presses = 匯出大家按了什麼、說了什麼，而不是問了什麼。
help-option-lines = 用 JSON Lines 代替 CSV；檔名以 .jsonl 結尾時本來就是。
help-footnote =
    Footnote 只用社群自己的文章回答，並給出答案所在的原句。

    它是一個 Discord 機器人（footnote run），有一個可以試用的頁面（footnote
    play），還有下面這些指令。
help-footnote-more =
    先試一試，不需要帳號，也不需要權杖：
      footnote play
      footnote search "誰寫了 Transformer 論文"

    設定來自環境變數和目前資料夾裡的 .env；.env.example 逐項說明。

    結束碼：0 完成，1 沒有找到，2 用法不對，69 連不上 Discord，70 Footnote 自身
    出錯，73 檔案無法寫入，74 索引、日誌或狀態損壞，75 正忙（請稍後再試），
    77 Discord 拒絕權杖，78 設定或文章資料夾不對，或者索引、狀態由較新版本的
    Footnote 寫成。加 --json 時結果以 JSON 寫到標準輸出，其餘都寫到標準錯誤。
help-play =
    在自己的頁面上試用機器人，不需要帳號。

    真正的機器人，連接的是只在這台機器上的一個小 Discord，用你的文章回答；
    還沒有文章時用範例。索引、日誌和狀態都是它自己的。
    用 SIGTERM 或 Ctrl-C 結束，結束碼為 0。
help-play-more =
    例子：
      footnote play
      footnote play --port 9000 --no-browser     然後開啟它顯示的網址
help-invite =
    顯示把機器人請進伺服器的連結。

    同時在瀏覽器裡開啟。還沒有權杖、而終端機前有人時，會請你輸入，並存進 .env。
help-invite-more =
    例子：
      footnote invite                開啟連結，選擇你的伺服器
      footnote invite --no-browser   只顯示連結
help-run =
    在 Discord 裡執行機器人。

    收到 SIGTERM 或 Ctrl-C 後 5 秒內結束，結束碼為 0，該記的都已記下。服務管理程
    式應當在結束碼 69 或 75 之後重新啟動它；77 和 78 需要你來處理，不要重新啟
    動。
help-run-more =
    第一次啟動之前，把機器人的權杖寫進 .env：DISCORD_TOKEN=...
    怎樣得到權杖，見 README。沒有權杖也想看看：footnote play
help-start =
    有權杖就執行機器人，沒有就開啟試用頁面。

    make run 用的就是它。服務應當用 footnote run，那樣絕不會開啟試用頁面。
help-doctor =
    檢查哪裡有問題，並告訴你怎麼辦。

    先看設定、資料夾、磁碟、索引、日誌和狀態，再看通往 Discord 的路、權杖、
    應用程式、它的伺服器和指令。什麼都不會改動。
help-doctor-more =
    結束碼：沒有問題為 0，否則是第一個問題的：69 連不上 Discord，73 檔案無法寫入，
    74 索引、日誌或狀態損壞，77 Discord 拒絕權杖，78 設定或開發者後台不對，
    或者索引由較新版本的 Footnote 建立。
help-search =
    搜尋文章，給出能回答的句子。

    簡體和繁體互相都能找到，英文名字也能找到中文文章。還沒有索引時會先建立。
    問題裡可以寫 "一字不差的詞"、-不要、+必須、A OR B、source:、author:、lang:、
    after: 和 before:，也可以寫 來源：、作者：、語言：、之後： 和 之前：。
help-search-more =
    例子：
      footnote search "誰寫了 Transformer 論文"
      footnote search 楊立昆 開源 --limit 3
      footnote search "GPU prices" --after 2023-03 --language zh --json
      footnote search '"混合專家" -Google after:2023-03'

    JSON 裡，"highlights" 是摘錄裡的 [起, 止]，"spans" 是文章正文裡的；"profile"
    是 footnote who 的結果或 null；"weak" 表示文章裡沒有答案；"unread" 是沒有用
    上的寫法；"unquoted" 表示是去掉引號搜尋的；"without" 是去掉某個排除了一切的條
    件後的文章數。
help-who = 用文章裡的原話說明某人或某物是誰、是什麼。
help-who-more =
    例子：
      footnote who "Yann LeCun"
      footnote who 楊立昆是誰 --json

    JSON 裡，"answer" 說明是哪一種："choices" 是有好幾個符合，或只是寫法相近；
    "several" 是一次問了幾個。
help-summary =
    用文章裡的原句總結一篇文章或一個話題。

    主題可以是文章的編號或標題（見 footnote articles），否則就是一個話題。
help-summary-more =
    例子：
      footnote summary deepmind            一篇文章
      footnote summary "顯示卡價格"        一個話題，取自幾篇文章
      footnote summary deepmind --chars 300 --json
help-articles =
    列出索引裡的文章。

    一行一篇，給出編號、標題、日期、語言和檔案，以定位字元分隔；
    加 --json 則是 JSON。
help-read =
    看看一個資料夾裡的檔案能讀出什麼、讀不出什麼。

    讀出的文章、從中刪去的內容、被拒絕的檔案。不建立索引，什麼都不改動：
    加入文章之前，可以這樣先看一看。
help-read-more =
    例子：
      footnote read my-articles
      footnote read my-articles --diff     連同刪去的文字，修復處寫成 之前 → 之後

    加 --diff 時，JSON 裡的 "cuts" 是由 "rule" 和 "text" 組成的清單。
help-reindex =
    重新讀取文章，建立下一個索引。

    讀取 ARTICLES_DIR（data/articles）；其中沒有文章時讀取範例。
    執行中的機器人幾秒內就改用新的索引，其間提問照常回答。
help-reindex-more =
    例子：
      footnote reindex
      ARTICLES_DIR=my-articles footnote reindex --json
help-compare =
    看看最近一次重讀使大家問題的回答有了什麼變化。

    把最近 30 天裡問得最多的問題（最多 500 個）在兩個索引上各問一遍。舊索引和新
    索引是 data/index 裡的資料夾；不寫時，比較前一個索引和正在使用的索引。私人訊
    息裡和僅自己可見的提問只計數，除非 REVIEW_PRIVATE 設為 words。
help-compare-more =
    例子：
      footnote compare           前一個索引和正在使用的索引
      footnote compare 20260101T080000000000Z-0a1b2c 20260102T080000000000Z-3d4e5f
help-review =
    在瀏覽器的頁面裡檢視提問紀錄。

    需要額外套件 review。Datasette 顯示的是紀錄的副本，帶有現成的查詢，只在這台
    機器上，只有拿到所顯示網址的人能看。用 Ctrl-C 結束後副本即刪除。私人訊息裡和
    僅自己可見的提問不含原話，除非 REVIEW_PRIVATE 設為 words。機器人可以同時執
    行。
help-export =
    把提問紀錄寫進檔案，或寫到標準輸出。

    一行是一個問題：何時、何處、原話、找到了什麼。提問的人按 LOG_USERS 所定的方
    式記錄；私人訊息裡和僅自己可見的提問不含原話，除非 REVIEW_PRIVATE 設為
    words。機器人可以同時執行。CSV 裡，會被試算表當成公式的文字前面加了撇號。
help-export-more =
    例子：
      footnote export questions.csv
      footnote export --presses presses.jsonl
      footnote export --lines | grep '"outcome": "nothing"'
help-erase =
    按 Discord 使用者 ID 刪除為某位使用者保存的內容。

    包括提問、按過的按鈕和語言。在 Discord 裡用 /privacy，每個人都能自己刪；
    這個指令用於已經離開的人。請先結束執行中的機器人。備份到期後自行消失。
help-erase-more =
    例子：有人請你刪除，並告訴了自己的 Discord 使用者 ID
      footnote erase 412345678901234567
