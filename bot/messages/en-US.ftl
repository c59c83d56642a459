## Commands (descriptions at most 100 characters)

command-search = Search the community's articles
command-search-query = What you want to know, in Chinese or English
command-search-source = Only articles from this source
command-search-author = Only articles by this author
command-search-language = Only articles in this language
command-search-after = Only articles from this date on: 2024, 2024-05 or 2024-05-01
command-search-before = Only articles up to this date: 2024, 2024-05 or 2024-05-01
command-private = Show the answer to you alone
command-summary = Summarise an article, or what the articles say about a topic
command-summary-about = Pick an article's title, or type a topic
command-summary-length = How long the summary may be
command-who = Who or what is that? Roles, quotations and articles
command-who-name = A name in any script or spelling
command-help = What this bot can do
command-privacy = What is kept of your questions, and how to have it deleted
command-review = See what was asked, what found nothing and what did not help
command-review-days = How many days to look back
command-reindex = Read the articles again after files were added, changed or removed
command-footnote = Look after this bot: its articles, its settings, how it is
command-add = Add articles: hand in up to ten files
command-articles = See the articles, remove one, or put it back
command-articles-article = An article’s title
command-aliases = See and change nicknames and other forms of names
command-aliases-name = Whose name: as the articles write it, or any listed form
command-aliases-add = Nicknames, spellings or foreign names to list, with commas between
command-aliases-remove = Forms to take off the list, with commas between
command-status = How the bot is: index, speed, log, version
command-settings = How the bot answers in this server
command-settings-language = Language where neither a question nor its asker shows one
command-settings-private = Show answers to their askers alone unless they choose otherwise
language-own = the server’s own language
language-en-us = English
language-zh-cn = 简体中文
language-zh-tw = 繁體中文
menu-search = Search for this
menu-who = Who is this?
choice-english = English
choice-chinese = Chinese (both scripts)
choice-simplified = Simplified Chinese
choice-traditional = Traditional Chinese
choice-japanese = Japanese
choice-korean = Korean
choice-short = Short
choice-medium = Medium
choice-long = Long

## Names of commands and options (lower case, at most 32 characters)

name-search = search
name-who = who
name-summary = summary
name-help = help
name-privacy = privacy
name-reindex = reindex
name-footnote = footnote
name-add = add
name-articles = articles
name-status = status
name-settings = settings
name-review = review
name-remove = remove
name-aliases = aliases
name-query = query
name-source = source
name-author = author
name-language = language
name-after = after
name-before = before
name-private = private
name-name = name
name-about = about
name-length = length
name-article = article
name-days = days

## Buttons

button-read = Read
button-who = More
button-previous = Previous
button-next = Next
button-first = First
button-last = Last
button-source = Original
button-helpful = Helpful
button-not-helpful = Not helpful
button-share = Show to everybody
button-add = { $count ->
    [one] Add the article
   *[other] Add { $count } articles
}
button-discard = Discard
button-remove = Remove
button-back = Back
button-removed = Removed: { $count }
button-restore = Put back
button-term = Search: { $term }
button-search-instead = Search the articles
button-suggestion = Search for: { $question }

## Answers

page = Page { $page } of { $pages }
list-comma = , {""}
and-more = and { $count ->
    [one] one more
   *[other] { $count } more
}
search-all = All articles, the latest first
search-of = Articles: { $filters }
search-found = { $total ->
    [one] Found in one article
   *[other] Found in { $total } articles
}
search-listed = { $total ->
    [one] One article
   *[other] { $total } articles
}
search-at-least = Found in at least { $total ->
    [one] one article
   *[other] { $total } articles
}
search-best = the first { $shown } are shown
search-cut = Your question is long: its first { $chars } characters were searched.
search-nothing = Nothing found for “{ $question }”
search-try = Try fewer or other words, or a name as the articles write it. Simplified and Traditional make no difference.
search-close = { $count ->
    [one] one more comes close
   *[other] { $count } more come close
}
search-weak = The articles do not say. These passages come closest:
search-origin = { $named ->
    [0] The article does not say who wrote it
   *[other] Written by { $author }
}{ $dated ->
    [0] ; its date is not known.
   *[other] , published on { $date }.
}
search-no-card = There is no card of “{ $name }”: this is where the articles say these words.
search-filters = Only { $filters }
search-unread = Could not be used: { $words }
search-unquoted = No article that fits holds the words in quotation marks exactly so: they were searched without the marks.
search-missing = In no article: { $words }
search-instead = Searched instead: { $question }
search-found-words = In the articles: { $words }
search-titles = The nearest titles are below: a button sums its article up.
search-without = Without { $filter }: { $count ->
    [one] one article
   *[other] { $count } articles
}
filter-source = source
filter-author = author
filter-language = language
filter-after = since
filter-before = up to
filter-during = from
filter-not = excluding { $filter }
filter-or = {" or "}
filter-words = quotation marks and signs
filter-all = all filters
shared-by = Shown by { $person }
shared = Your answer now stands in the channel.
judged = Thank you. Whoever looks after the articles will see it.
form-judgement = What was wrong?
form-judgement-sentence = In one sentence, if you like
form-alias = Whose name is this?
form-alias-alias = The name that people asked for
form-alias-name = The name in the articles
form-alias-follows = The articles are read again at once.
form-upload = Add articles
form-upload-files = Up to ten files
form-upload-kinds = You see what is in them before anything is added.
who-forms = Also: { $forms }
who-namesakes = These articles may mean several people of this name.
who-related = Named together with
who-articles = { $count ->
    [one] One article
   *[other] { $count } articles
}
who-choices = Several fit “{ $name }”. Which one do you mean?
who-near = Nobody is called “{ $name }” here. Did you mean one of these?
who-nobody = The articles do not say who or what “{ $name }” is
who-no-name = That names nobody whom the articles could know
who-known = I know the people, organisations and products that the articles name: ask for one of them, by any form of the name.
who-nearest = The nearest names they hold:
who-try = Write the name itself, check its spelling, or search the articles for the words.
fact-definition = What it is
fact-founding = Founding
fact-money = Money
fact-product = Products
fact-relation = Relations
fact-move = Moves
who-timeline = Timeline
kind-person = Person
kind-organisation = Organisation
kind-product = Product
summary-kept = { $articles ->
    [one] The article takes about { $minutes } min to read
   *[other] From { $articles } articles that take about { $minutes } min to read
}; { $left ->
    [0] all of it stands here.
   *[other] { $left }% is left out, and every sentence is quoted.
}
summary-nothing = Nothing to summarise about “{ $subject }”
summary-try = Pick one of these articles, write a title as it stands, or try another topic.

## Help and privacy

greeting =
    Hello! I answer from this community’s articles and show where each answer stands.
    Just ask: **{ $question }**, **who is { $name }**, **summarise { $title }**. Chinese works as well.
    In a server, type **/search**, **/who** or **/summary**; **/help** shows more.
talk-thanks = You are welcome. Ask on whenever you like.
talk-following = There is nothing to go on with or to cancel. “He”, “she”, “it” and “this article” are understood for a quarter of an hour, as what the answer before was about; else ask again in full, with the name or the topic. The buttons below an answer lead on: “{ button-next }” turns the page, “{ button-read }” opens the article.
talk-complaint = I am sorry. “{ button-not-helpful }” below the answer takes a sentence about what is wrong, which whoever looks after the articles reads. Other words may find more, and so may the name alone.
talk-beyond = I only find what this community’s articles say, and quote it: I open no links, write and translate nothing, and know nothing of today. Ask about something that the articles may hold; “help” shows how.
example-question = electric cars in Europe
example-name = Ada Lovelace
example-title = solar power
help-heading = What I can do
help =
    - **/search** *query: { $question }*: finds articles and shows the sentences that answer. Filter by source, author, language or date.
      In the question: "exact words", -without, +with, A OR B, A NOT B, source: author: lang: after:2023-03 before:
    - **/who** *name: { $name }*: roles, quotations and articles of a person, organisation or product. Any script or spelling will do.
    - **/summary** *about: { $title }*: pick a title for one article, or type a topic for several.
    - Add `private: True` and only you see the answer. **Read** opens the article at the quoted place.
    - In a direct message, or when you mention me, plain words are enough: “who is { $name }?”, “summarise { $title }”.
    - **/privacy** says what is kept of your questions. Admins add articles with **/footnote add**, and read the folder again with **/reindex**.
privacy-heading = What is kept of your questions
privacy-kept = - For each question: its words and filters, when and in which server and channel it was asked, your Discord language, the articles shown, and how long it took. For buttons: which ones were pressed, and what you wrote about an answer. What you type before you send a command is not kept.
privacy-users-hash = - Instead of your user id a keyed hash of it is kept. It still counts as personal data, and with the key that is stored beside it your questions can be found.
privacy-users-plain = - Your Discord user id is kept with each question.
privacy-users-none = - Nothing that names you is kept with a question: neither your user id nor a hash of it.
privacy-how-long = - Questions are deleted after { $days ->
    [one] one day
   *[other] { $days } days
}, and from backups and damaged copies of the log { $backups ->
    [one] one day
   *[other] { $backups } days
} later; what stands behind an answer’s buttons after 30 days, your last language after 90.
privacy-direct = - Questions in direct messages and private answers are kept in the same way, but admins who review what was asked see only how many there were.
privacy-direct-words = - Questions in direct messages and private answers are kept in the same way, and admins who review what was asked can read them.
privacy-never = - All of it lies in a database on the computer that hosts this bot. Nothing is sent to other services, sold or used for training.
privacy-operator = - This bot is run by { $operator }.
privacy-operator-unknown = the admins of the community’s server
privacy-delete = - The buttons below give you all that is kept of you, erase it, or keep your questions out of the log from now on. You can also ask whoever runs the bot: tell them your Discord user id.
privacy-delete-unknown = - To have a question deleted, ask them and tell them its words and when you asked it: nothing else leads to it. The buttons below reach only what was kept under your name before, and keep your questions out of the log from now on; a keyed hash of your user id remembers that.
privacy-out = You have opted out: your questions and presses are not logged.
privacy-button-data = My data as a file
privacy-button-erase = Erase my data…
privacy-button-erase-now = Erase it now
privacy-button-out = Do not log my questions
privacy-button-in = Log my questions again
privacy-file = This is all that is kept of you, as JSON: questions, presses, the state behind your answers’ buttons, and your language.
privacy-failed = { $act ->
    [file] Your data could not be put together: { $reason }.
    [erase-now] Your data was not erased, or not all of it: { $reason }.
   *[other] Nothing was changed: { $reason }.
} Please try again later; whoever runs this bot can find the cause in its log.
erase-heading = Erase all that is kept of you?
erase-what =
    Your questions, what you pressed and wrote about answers, and your last language are deleted at once, and the buttons of your answers stop working. Nobody can undo this.
    Messages in Discord stay; delete them there. Backups and damaged copies of the log that were made before vanish within { $backups ->
        [one] one day
       *[other] { $backups } days
    }.
erased-heading = Your data is erased
erased = It is gone from the log and from the state; backups and damaged copies that still hold it vanish within { $backups ->
    [one] one day
   *[other] { $backups } days
}. Your next question is logged again, unless you opt out.
review-heading = What was asked in the last { $days ->
    [one] day
   *[other] { $days } days
}
review-none = Nobody has asked anything.
review-questions = - { $questions ->
    [one] **One** question
   *[other] **{ $questions }** questions
}{ $people ->
    [0] {""}
    [one] {" "}by one person
   *[other] {" "}by { $people } people
}
review-refused = - { $count ->
    [one] One of them was
   *[other] { $count } of them were
} refused: asked by people who are not served, or empty
review-answered = - **{ $percent }%** answered ({ $answered })
review-latency = - Half of the answers took at most { $median } ms, 95% at most { $p95 } ms
review-judged = - Judged helpful: { $helpful }, not helpful: { $unhelpful }
review-hidden = { $count ->
    [one] One question was
   *[other] { $count } questions were
} asked in direct messages or privately: { $count ->
    [one] it is
   *[other] they are
} only counted.
review-hidden-how = Whoever runs the bot can let reviews show their words (REVIEW_PRIVATE); /privacy then says so.
review-chart = Questions a day
review-chart-across = Day (UTC)
review-chart-up = Questions
review-chart-answered = Answered
review-chart-unanswered = Without a result
review-chart-description = Bars for the questions of each day from { $first } to { $last } (UTC): { $questions } in all, { $answered } of them answered; most on { $busiest }: { $most }.
review-day = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $day }
review-top = Asked most: { $count }
review-top-why = What people want to know, most often asked first.
review-nothing = Without a result: { $count }
review-nothing-why = An article about it may be missing, or written with other words.
review-unhelpful = Not helpful: { $count }
review-unhelpful-why = Answers that people judged not helpful, with what they said.
review-unknown = Unknown names: { $count }
review-unknown-why = Nobody of that name is known: an article may be missing, or a name written in another way may need an alias.
review-unfound = Never found: { $count }
review-unfound-why = Articles that no answer has named in these days.
review-button-run = Ask it
review-button-alias = Add an alias
review-button-done = Handled

## Reindex

reindex-starting = Starting to read the articles…
reindex-reading = Reading files
reindex-analysing = Analysing articles
reindex-writing = Writing the index
reindex-left = { $minutes ->
    [0] About { $seconds } s to go
   *[other] About { $minutes } min to go
}
reindex-elsewhere = This takes longer than Discord lets me update a reply. The report follows in this channel.
reindex-done = The articles have been read again
reindex-totals = { $articles ->
    [one] One article
   *[other] { $articles } articles
} in { $passages ->
    [one] one passage
   *[other] { $passages } passages
}, { $seconds } s.
reindex-sample = These are the sample articles: the folder of your own holds none that could be read.
reindex-dropped-sample = Your own articles have taken the place of the sample.
reindex-unchanged = No article has changed.
reindex-added = Added: { $count }
reindex-changed = Changed: { $count }
reindex-removed = Removed: { $count }
reindex-refused = Files not read: { $count }
compare-heading = What changed for what people ask
compare-asked = { $count ->
    [0] Nobody asked anything in the last 30 days.
    [one] One question of the last 30 days was asked of both builds.
   *[other] The { $count } most frequent questions of the last 30 days were asked of both builds.
}
compare-counts = Answered now: { $gained } · lost: { $lost } · another first answer: { $changed } · other words: { $reworded }
compare-same = Every first answer is as it was.
compare-hidden = { $count ->
    [one] One more that was
   *[other] { $count } more that were
} asked in direct messages or privately changed too.
compare-gained = answered now
compare-lost = lost
compare-changed = another first answer
compare-reworded = other words
compare-before = Before
compare-after = Now
compare-nothing = nothing found
compare-button-show = Before and after
compare-button-back = Back to the previous build
compare-button-forward = Undo
compare-went-back = The build { $build } serves now. The articles in the folder are as they were: the next reindex reads them again.
rejected-unsupported = this kind of file is not supported
rejected-link = a symbolic link, which is never followed
rejected-not-regular = not an ordinary file
rejected-too-large = too large
rejected-too-deep = in too many nested folders
rejected-too-many-folders = too many folders
rejected-unreadable = the system refuses to open it
rejected-changed-while-reading = it was being written; run /reindex again
rejected-not-text = not text
rejected-undecodable = its character encoding cannot be told; save it as UTF-8
rejected-damaged = damaged, or not what its name says
rejected-encrypted = protected by a password or a key
rejected-scanned = pictures of pages without text; run text recognition (OCR) over it first
rejected-garbled = its letters do not say which characters they are; export it again, or run text recognition (OCR)
rejected-no-columns = its first row must name the columns, among them title and text
rejected-bad-line = no title or text in it that can be used
rejected-empty = nothing in it to show
rejected-duplicate-id = another file has the same id
rejected-duplicate-text = another file has the same text
rejected-timed-out = it takes too long to read
rejected-too-much-memory = it takes too much memory to read
rejected-crashed = reading it failed; it may be damaged
rejected-names = other names of people go in with /footnote aliases
rejected-served = an article with the same text is there already
rejected-unfetched = Discord did not hand it over; try again
rejected-bad-alias = not understood; write: "main name" = ["other form"]

## Administration

add-found = { $count ->
    [0] Nothing here can be added
    [one] One article can be added
   *[other] { $count } articles can be added
}
add-chars = { $count ->
    [one] one character
   *[other] { $count } characters
}
aliases-heading = { $count ->
    [0] No names are listed yet
    [one] One name is listed
   *[other] { $count } names are listed
}
aliases-change = Choose a name and what to add or remove; it counts as soon as the articles have been read again.
aliases-added = { $name } is now also found as: { $forms }
aliases-removed = { $name } is no longer found as: { $forms }
aliases-listed = Listed for { $name } already: { $forms }
aliases-unlisted = Not on the list of { $name }: { $forms }
aliases-unknown = No article names { $name } yet: look whether it is written so in the articles.
aliases-problem = { $line ->
    [0] The file:
   *[other] Line { $line }:
}
add-discarded = Nothing was added.
articles-lost = **{ $source ->
    [missing] The folder of the articles is missing. What was read of it answers; it cannot be read again before it is back.
   *[emptied] The folder of the articles is empty. What was read of it answers until the next /reindex, which puts the sample in its place.
}**
articles-find = To reach one at once, give words of its title in the option “{ name-article }” of this command.
articles-heading = { $count ->
    [one] One article
   *[other] { $count } articles
}
remove-heading = Remove “{ $title }”?
remove-others = { $count ->
    [one] Another article stands in the same file and goes with it:
   *[other] { $count } other articles stand in the same files and go with it:
}
remove-alone = To take out this one alone, edit the file in the folder of articles, and have the articles read again.
remove-note = The files leave the folder of articles and are kept aside: they can be put back here.
removed-heading = Removed: { $count }
removed-none = Nothing was removed
status-heading = How the bot is
status-damage = **{ $problem }** { $serving ->
    [other] Another one answers.
    [same] No other is left, and answers may fail.
   *[none] Nothing can be answered.
} { $remedy ->
    [building] A new one is being made.
    [newer] Upgrade Footnote, or make one for this version with /reindex.
   *[damaged] Make a new one with /reindex.
}
status-outdated = { $building ->
    [yes] The index was made by an older version and is being renewed.
   *[no] The index was made by an older version. Renew it with /reindex.
}
status-no-index = { $building ->
    [yes] There is no index yet: it is being made.
   *[no] There is no index yet. Make one with /reindex.
}
status-trouble = **{ $store ->
    [log] The log cannot be written ({ $reason }): what is asked waits in memory or beside it.
   *[state] The state cannot be written ({ $reason }): buttons of new answers work until the next start, and settings and opt-outs cannot be changed.
}**
status-index = - Index: { $articles ->
    [one] one article
   *[other] { $articles } articles
} in { $passages ->
    [one] one passage
   *[other] { $passages } passages
}
status-build = - Built { $age }, engine { $engine }
status-answers = - Answers take { $milliseconds } ms (median of the last ones)
status-gateway = - Discord answers in { $milliseconds } ms
status-lag = - The program was late by at most { $milliseconds } ms in the last five minutes
status-log = - Log: { $size }
status-version = - Version { $version }
age-now = just now
age-minutes = { $count ->
    [one] one minute ago
   *[other] { $count } minutes ago
}
age-hours = { $count ->
    [one] one hour ago
   *[other] { $count } hours ago
}
age-days = { $count ->
    [one] one day ago
   *[other] { $count } days ago
}
settings-heading = How the bot answers here
settings-saved = Saved
settings-language = - Where neither question nor asker shows a language: { $language }
settings-private = - Answers are shown to their askers alone, unless they choose otherwise. Reviews only count such questions, unless whoever runs the bot has set REVIEW_PRIVATE.
settings-public = - Answers are shown to everybody, unless their askers choose otherwise.

## Errors

error-bug = Something went wrong on my side. Tell whoever runs this bot, with the reference { $reference }.
member-unavailable = The articles cannot be reached right now. Whoever runs this bot can find the cause in its log.
member-no-articles = The articles have not been read yet. Please try again in a moment; if that does not help, an admin can run /reindex.
error-not-admitted = I only answer members of the community that I serve.
error-membership-unknown = Discord does not tell me right now whether you belong to the community that I serve. Please try again in a moment.
error-home-unknown = I am in several servers and do not know which community I serve, so I answer nobody yet. Whoever runs me must put its server’s id into the setting HOME_SERVERS.
error-not-manager = This needs the Manage Server permission in the community’s own server.
error-blank-question = There is nothing to search for in that. Ask with a word or a name.
error-answer-expired = This answer is too old for its buttons. Please ask again.
error-private-answer = This answer was given to somebody else alone. Ask for yourself.
error-alias-incomplete = Nothing was changed: fill in “name”, whose name it is, and “add” or “remove”, how else it is written.
error-alias-unusable = “{ $name }” or “{ $form }” is no name of 1 to 64 characters, or aliases.toml cannot be read.
error-change-gone = Somebody has decided about this already, or it waited for over a day.
error-article-file-missing = The folder of articles does not hold this article’s file: it belongs to the sample, or its file was moved.
error-stale-command = This command has changed. Reload Discord and try again.
error-reindex-running = The articles are being read again already. Please wait until that is done.
error-build-gone = There is no such build of the index: only the last two are kept, and the first reindex leaves one.
error-compare-failed = The builds could not be compared: { $reason }
error-too-busy = Too many questions are waiting right now. Please try again in a moment.
error-settings-invalid = The settings cannot be used:
    { $problems }
error-token-missing = No DISCORD_TOKEN is set. Put the bot’s token into .env, or try it without Discord: footnote play
error-token-refused = Discord refuses the token ({ $reason }). Copy it again from the Developer Portal, under Bot.
error-discord-unreachable = Discord cannot be reached ({ $reason }). Check the network, or set DISCORD_PROXY.
error-port-in-use = Port { $port } is in use. Choose another one, or end the program that holds it.
error-data-locked = Another Footnote process is writing to { $folder }. End it first.
error-data-unwritable = { $path } cannot be written: { $reason }.
error-data-unreadable = { $path } cannot be read: { $reason }.
error-log-missing = { doctor-log-none }
error-log-damaged = { doctor-log-damaged }
error-extra-missing = This needs packages of its own. Install them with: .venv/bin/python -m pip install "footnote-discord[{ $extra }]" (in a container, which cannot install any, use footnote export)
error-newer-data = { $path } was written by a newer Footnote (schema { $version }). Upgrade, or restore a backup.
error-reindex-failed =
    The articles could not be read again: { $reason }
    The index is as it was.
error-unknown-article = There is no such article: it was removed, or it is titled otherwise. Commands list the titles while you type one.
error-folder-unreadable = The folder { $folder } cannot be read: { $reason }.
error-invalid-article = The article { $article_id } cannot be indexed: { $reason }.
error-duplicate-article = The id { $article_id } stands in more than one article:
    { $origins }
error-no-index = There is no index in { $folder } yet. Make one with: footnote reindex
error-damaged-index = { damaged-index } Make a new one with footnote reindex, or /reindex in Discord.
error-newer-index = { newer-index } Upgrade Footnote, or make one for this version with footnote reindex, or /reindex in Discord.
error-build-in-progress = Another build is already running in { $folder }. Wait until it is done.
error-index-not-writable = The index folder { $folder } cannot be written: { $reason }.
error-reader-unavailable = No process can be started to read the articles in ({ $reason }).

## Why an index does not serve

damaged-index = The index { $build } is damaged ({ $reason }).
newer-index = The index { $build } was made by a newer Footnote (format { $format_number }).
damage-no-folder = its folder is missing
damage-changed = { $part } is not as it was written
damage-unreadable = { $part } cannot be read: { $reason }
damage-old-format = format { $detail } is no longer read
damage-engine = it is made for an engine “{ $detail }”, which is not known here

## What the system says went wrong

reason-missing = no such file or folder
reason-denied = permission denied
reason-full = the disk is full
reason-large = it needs a larger file than the system allows
reason-read-only = it can only be read
reason-folder = it is a folder
reason-no-folder = a part of its path is no folder
reason-disk = the disk fails
reason-name = its name is too long
reason-refused = no connection
reason-broken = the connection broke
reason-killed = it was killed
reason-silent = it ended without a report
reason-ended = it was ended with the bot
reason-held = a reader holds on to what was deleted
reason-locked = another program uses it
reason-newer = a newer Footnote wrote it
reason-late = no answer in time
reason-certificate = its certificate is not trusted
reason-proxy = the proxy lets nothing through
reason-damaged = the file is damaged
reason-open = it cannot be opened
reason-special = it is no ordinary file
reason-address = its address cannot be looked up

## Settings

setting-file = { $file } cannot be read: { $reason }.
setting-file-no-text = { $file } cannot be read: it is not UTF-8 text.
setting-file-private = { $file } holds the token and others could read it: now only its owner can.
setting-file-public = { $file } holds the token and others may read it, which could not be changed: { $reason }.
setting-line = { $file }, line { $line }: this is not NAME=value.
setting-unknown = { $file }, line { $line }: there is no setting { $name }; did you mean { $meant }?
setting-token = { $name } must be the token alone: letters, digits, dots, - and _.
setting-folder = { $name } must be the path of a folder.
setting-folder-own = { $name } must be a folder of its own: not DATA_DIR, nor a folder that holds it.
setting-folder-missing = { $name } names a folder that does not exist.
setting-servers = { $name } must be server ids (long numbers) with commas between.
setting-choice = { $name } must be one of { $choices }.
setting-number = { $name } must be a whole number from { $least } to { $most }.
setting-text = { $name } must be one line of at most { $chars } characters.
setting-proxy = { $name } must be the address of an HTTP proxy, such as http://127.0.0.1:7890.
setting-proxy-unused = { $name } is no HTTP proxy and is not used; { $instead } would be.

## The doctor, and the way in

doctor-settings = The settings can be read
doctor-data = { $folder } can be written
doctor-data-none = { $folder } does not exist yet: the bot makes it at its first start. Is DATA_DIR right?
doctor-running = A bot runs on this data
doctor-stopped = No bot runs on this data at the moment
doctor-disk = { $free } MB are free
doctor-disk-low = Only { $free } MB are free: make room before index and log need it
doctor-articles = { $folder } holds { $count ->
    [one] one file
   *[other] { $count } files
}
doctor-articles-lost = { $folder } { $source ->
    [missing] is missing or cannot be opened: what was read of it answers, and it cannot be read again before it is back
   *[emptied] is empty: what was read of it answers until the next reindex, which puts the sample in its place
}
doctor-articles-none = { $folder } holds no articles, so that the sample answers: put files there, or use /footnote add in Discord
doctor-articles-unread = { doctor-articles }, and the index none of them: the sample answers. Run /reindex in Discord, or footnote reindex, which names what cannot be read
doctor-index = { $articles ->
    [one] One article is
   *[other] { $articles } articles are
} in the index of { $day } (engine { $engine })
doctor-index-none = There is no index yet: the bot makes one when it starts, or run: footnote reindex
doctor-log = The log is sound ({ $size })
doctor-log-none = There is no log yet: nobody has asked
doctor-log-damaged = { $path } is damaged ({ $reason }): the next start sets it aside and begins a fresh one
doctor-state = The state is sound ({ $size })
doctor-state-none = There is no state yet: the bot has never run
doctor-state-damaged = { $path } is damaged ({ $reason }): the next start puts its newest backup in its place, or begins a fresh one
doctor-route = Discord answers in { $milliseconds } ms
doctor-route-proxy = Discord answers in { $milliseconds } ms through the proxy { $proxy }
doctor-proxy-dead = The proxy { $proxy } does not answer: start it, or change DISCORD_PROXY
doctor-proxy-blind = The proxy { $proxy } runs but does not reach Discord: look into the proxy’s own settings
doctor-application = The token is that of the application { $name }
doctor-code-grant = “Requires OAuth2 Code Grant” is on, so that nobody can add the bot: turn it off in the Developer Portal, under Bot
doctor-public = “Public Bot” is on: anybody can add the bot to a server, where it answers nobody. Turn it off in the Developer Portal, under Bot, if only you are to add it
doctor-intents = A privileged intent is on, and Footnote needs none: you can turn it off in the Developer Portal, under Bot
doctor-servers = The bot is in { $count ->
    [one] one server
   *[other] { $count } servers
}
doctor-servers-none = The bot is in no server yet: run footnote invite and open the link
doctor-servers-home = The bot is not in the server { $server } of HOME_SERVERS: run footnote invite, or correct the id
doctor-servers-unknown = The bot is in { $count } servers and does not know which one it serves, so that it answers nobody: set HOME_SERVERS to the id of that server
doctor-commands = Discord knows { $count ->
    [one] one command
   *[other] { $count } commands
}
doctor-commands-old = Discord does not know the commands of this version yet: they are sent when the bot starts
invite-token = The bot’s token (it is not shown while you paste it)
invite-kept = The token is kept in { $file }, which only you can read.
invite-open = Open this link and choose your server:

## Command line

cli-building = There is no index yet: the articles are read first.
cli-read-none = No article came out of { $folder }.
cli-previous = Another index answers. { $problem }
cli-outdated = This index was made by an older Footnote. The bot renews it when it starts; at once: footnote reindex
cli-output-full = The output cannot be written: { $reason }.
cli-erased = Nothing of this user is in the log or the state any more. Backups and damaged copies that still hold something vanish after at most { $days } days. Where they asked not to be logged, that is remembered.
cli-usage-command = There is no command “{ $name }”.
cli-usage-option = There is no option { $name }.
cli-usage-missing = { $name } is missing.
cli-usage-number = { $name } takes a whole number from { $least } to { $most }.
cli-usage-value = { $name } lacks its value, or takes none.
cli-usage-extra = This is too much: { $words }.
cli-usage-near = Did you mean { $names }?
cli-no-token = No DISCORD_TOKEN is set, so this is the playground: the real bot on a page of its own, without Discord.

## What reading cuts

rule-tag-remnant = remains of markup
rule-pinyin-gloss = pinyin behind characters
rule-shifted-text = shifted text repaired
rule-time = times of a transcript
rule-section-mark = section marks made breaks
rule-field-break = field labels put on lines
rule-reference-mark = reference marks
rule-outside = lines of the site around the article
rule-teaser = teasers of the article itself
rule-box = lists of other articles, quizzes and votes
rule-site = navigation, sharing, quiz and legal lines
rule-repeated-title = title repeated
rule-margin = headers, footers and page numbers
rule-credits = credits: author, source, date, counts

## The help of the command line: help-<command> begins with the line that the list of commands shows

help-usage = Usage:
help-options = Options
help-commands = Commands
help-mark-options = [OPTIONS]
help-mark-commands = COMMAND [ARGUMENTS]...
help-argument-question = QUESTION
help-argument-name = NAME
help-argument-about = ABOUT
help-argument-folder = FOLDER
help-argument-before = BEFORE
help-argument-after = AFTER
help-argument-file = FILE
help-argument-user-id = USER
help-option-help = Show this page and exit.
help-option-version = Show the version and exit.
help-option-as-json = Print JSON, for another program to read.
help-option-json-lines = Print progress and report a line each, as a running bot reads them.
help-option-limit = At most so many articles, { $default } unless given.
help-option-source = Only articles of this source, or one whose name holds this.
help-option-author = Only articles of this author, or one whose name holds this.
help-option-language = Only articles in this language: zh, zh-Hans, zh-Hant, en.
help-option-after = Only articles of this year, month or day, and later: 2023, 2023-05, 2023-05-01.
help-option-before = Only articles of this year, month or day, and earlier.
help-option-chars = At most so many characters, { $default } unless given.
help-option-diff = Show the text that was cut, not only how often.
help-option-port = Port of the page, { $default } unless given; 0 takes any free one.
help-option-no-browser = Print the address and open nothing.
help-option-offline = Look at this machine alone, and ask Discord nothing.
help-option-presses = What people pressed and said, in place of what they asked.
help-option-lines = JSON Lines in place of CSV; a file named .jsonl is that anyway.
help-footnote =
    Footnote answers from a community’s own articles and shows the sentence
    each answer comes from.

    It is a Discord bot (footnote run), a page to try it on (footnote play), and
    these commands.
help-footnote-more =
    Try it first, without an account or a token:
      footnote play
      footnote search "who wrote the Transformer paper"

    Settings come from the environment and from the file .env in the current
    folder; .env.example explains each.

    Exit codes: 0 done, 1 nothing found, 2 wrong usage, 69 Discord cannot be
    reached, 70 Footnote itself failed, 73 a file cannot be written, 74 the
    index, the log or the state is damaged, 75 busy (try later), 77 Discord refuses
    the token, 78 a setting or the articles folder is wrong, or a newer Footnote
    made the index or the state. With --json, answers are JSON on standard output;
    everything else goes to standard error.
help-play =
    Try the bot on a page of its own, without an account.

    The real bot runs against a small Discord on this machine alone, over your
    articles, or the sample while you have none. It has an index, a log and a
    state of its own. Ends with SIGTERM or Ctrl-C, exit code 0.
help-play-more =
    Examples:
      footnote play
      footnote play --port 9000 --no-browser     then open the address it prints
help-invite =
    Print the link that brings the bot into a server.

    It is opened in a browser, too. Where no token is set and somebody sits at the
    terminal, it is asked for and kept in .env.
help-invite-more =
    Examples:
      footnote invite                open the link and choose your server
      footnote invite --no-browser   print it alone
help-run =
    Run the bot in Discord.

    Ends within 5 seconds of SIGTERM or Ctrl-C, with exit code 0 and everything
    logged. A service manager should start it again after exit code 69 or 75, and
    not after 77 or 78: those need you.
help-run-more =
    Before the first start, write the bot’s token into .env: DISCORD_TOKEN=...
    The README says how to get one. To look at the bot without it: footnote play
help-start =
    Run the bot where a token is set, else open the playground.

    This is what make run calls. A service should call footnote run instead, which
    never opens the playground.
help-doctor =
    Look what is wrong, and say what to do.

    Looks at settings, folders, disk, index, log and state, then at the way to
    Discord, the token, the application, its servers and commands. Nothing is changed.
help-doctor-more =
    Exit code: 0 where nothing is wrong, else that of the first thing that is:
    69 Discord cannot be reached, 73 a file cannot be written, 74 index, log or
    state damaged, 77 Discord refuses the token, 78 a setting, the portal, or an index
    of a newer Footnote.
help-search =
    Search the articles and show the sentences that answer.

    Simplified and Traditional Chinese find each other; English names find
    Chinese articles. Where there is no index yet, it is built first. The
    question may hold "exact words", -without, +with, A OR B, source:, author:,
    lang:, after: and before:.
help-search-more =
    Examples:
      footnote search "who wrote the Transformer paper"
      footnote search 杨立昆 开源 --limit 3
      footnote search "GPU prices" --after 2023-03 --language zh --json
      footnote search '"mixture of experts" -Google after:2023-03'

    In JSON, "highlights" are [start, end] in the snippet, "spans" in the
    article’s text; "profile" is what footnote who prints, or null; "weak" means
    that the articles do not say; "unread" is what could not be used; "unquoted"
    means that it was searched without the quotation marks;
    "without" counts the articles without a filter that left them all out.
help-who = Say who or what somebody is, in the articles’ own words.
help-who-more =
    Examples:
      footnote who "Yann LeCun"
      footnote who 杨立昆是谁 --json

    In JSON, "answer" says which of these it is: "choices" where several fit or
    only the spelling is near; "several" where more than one was asked for.
help-summary =
    Summarise an article or a topic in the articles’ own sentences.

    ABOUT is the id or the title of an article (see footnote articles), else a
    topic.
help-summary-more =
    Examples:
      footnote summary deepmind            an article
      footnote summary "GPU prices"        a topic, over several articles
      footnote summary deepmind --chars 300 --json
help-articles =
    List the articles in the index.

    A line for each, with tabs between its id, title, date, language and file,
    or JSON with --json.
help-read =
    Say what comes out of a folder’s files, and what does not.

    Articles, what was cut from them, files refused. No index is made and nothing
    is changed: this is how to look at articles before they are added.
help-read-more =
    Examples:
      footnote read my-articles
      footnote read my-articles --diff     also the text that was cut, and repairs
                                           as before → after

    In JSON, with --diff, "cuts" is a list of "rule" and "text".
help-reindex =
    Read the articles again and build the next index.

    Reads ARTICLES_DIR (data/articles), or the sample while that is empty. A
    running bot takes the new index over within seconds; answers go on meanwhile.
help-reindex-more =
    Examples:
      footnote reindex
      ARTICLES_DIR=my-articles footnote reindex --json
help-compare =
    Show what the last reindex changed for what people asked.

    At most the 500 most frequent questions of the last 30 days are asked of both
    builds of the index. BEFORE and AFTER are folders in data/index; without them,
    the previous build is compared with the one that serves. Questions asked in
    direct messages or privately are only counted, unless REVIEW_PRIVATE is words.
help-compare-more =
    Examples:
      footnote compare           the previous build and the one that serves
      footnote compare 20260101T080000000000Z-0a1b2c 20260102T080000000000Z-3d4e5f
help-review =
    Look through the query log on a page in the browser.

    Needs the extra "review". Datasette shows a copy of the log, with questions
    already put, on this machine alone, to whoever has the address that it prints.
    The copy is removed when you end it with Ctrl-C. Questions asked in direct
    messages or privately have no words in it, unless REVIEW_PRIVATE is words. The
    bot may run meanwhile.
help-export =
    Write the query log into a file, or to standard output.

    Each row is a question: when, where, in which words, what was found. Those who
    asked are as LOG_USERS keeps them; of questions asked in direct messages or
    privately the words are left out, unless REVIEW_PRIVATE is words. The bot may
    run meanwhile. In CSV, text that a spreadsheet would take for a formula begins
    with an apostrophe.
help-export-more =
    Examples:
      footnote export questions.csv
      footnote export --presses presses.jsonl
      footnote export --lines | grep '"outcome": "nothing"'
help-erase =
    Delete what is kept of a user, by their Discord id.

    That is their questions, presses and language. /privacy in Discord lets people
    do it themselves; this is for those who left. End a running bot first. Backups
    expire by themselves.
help-erase-more =
    Example, after somebody asked you for it and told you their Discord user id:
      footnote erase 412345678901234567
