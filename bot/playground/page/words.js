// The page's own words in its three languages, and the questions it suggests. What the bot says comes from the bot.

export const LOCALES = { "en-US": "English", "zh-CN": "简体中文", "zh-TW": "繁體中文" };

// One in each language, whatever the locale; the shipped sample answers them.
export const QUESTIONS = [["en", "How did Google respond to ChatGPT?"], ["zh-Hans", "ChatGPT为什么没有先在中国出现？"], ["zh-Hant", "李沐離開亞馬遜以後做了什麼？"]];

const WORDS = {
  "en-US": {
    lead: "The real bot on a pretend Discord. Nothing leaves this machine.", places: "Servers and channels", people: "You are",
    language: "Discord's language", theme: "Theme", auto: "As the system", dark: "Dark", light: "Light", direct: "Direct messages", open: "Show channels and people", close: "Close",
    member: "a member: asks and reads", admin: "an admin: looks after the articles", stranger: "a stranger: admin of another server", owner: "the bot's owner",
    welcome: "Ask the articles", intro: "Footnote answers from a community's articles and shows the sentences each answer comes from. Try a question:",
    ask: "Ask in your own words: type / and choose a command.", askDirect: "Ask in your own words. Here no command is needed.",
    messages: "Messages", newer: "New messages ↓", write: "Message {place}", send: "Send", direct_hint: "In direct messages plain words are enough; / opens the commands.",
    channel_hint: "/ opens the commands; @{bot} in a message asks in plain words.", folder: "To add articles, send /footnote add; or put files into {folder} and send /reindex.",
    commands: "Commands", suggestions: "Suggestions", leave: "Back to plain words", optional: "Optional", missing: "Fill in: {what}", yes: "Yes", no: "No",
    starting: "{bot} is starting …", lost: "The playground does not answer. Trying again …", typing: "{bot} is typing …", thinking: "{bot} is thinking …",
    private: "Only you can see this", dismiss: "Dismiss", edited: "(edited)", used: "{who} used {command}", spoiler: "Spoiler: show", said: "{who}, {time}", form: "Form", cancel: "Cancel", submit: "Submit",
    "no-response": "The application did not respond.", gone: "This is gone or cannot be used any more.", refused: "That could not be sent: {detail}", uploading: "Uploading …",
  },
  "zh-CN": {
    lead: "真正的机器人，跑在一个模拟的 Discord 上，什么都不会离开这台机器。", places: "服务器和频道", people: "你是",
    language: "Discord 的语言", theme: "外观", auto: "跟随系统", dark: "深色", light: "浅色", direct: "私信", open: "显示频道和人物", close: "关闭",
    member: "成员：提问、阅读", admin: "管理员：还能管理文章", stranger: "陌生人：另一个服务器的管理员", owner: "机器人的主人",
    welcome: "向文章提问", intro: "Footnote 只用社区自己的文章回答，并给出答案所在的原句。点一个问题试试：",
    ask: "想问别的：输入 /，再选一条命令。", askDirect: "想问什么直接写，这里不需要命令。",
    messages: "消息", newer: "新消息 ↓", write: "发消息到 {place}", send: "发送", direct_hint: "私信里直接说话就行；输入 / 可以选命令。",
    channel_hint: "输入 / 选命令；消息里写上 @{bot} 就能直接提问。", folder: "要添加文章：发送 /footnote add，或者把文件放进 {folder} 再发送 /reindex。",
    commands: "命令", suggestions: "建议", leave: "回到普通消息", optional: "可选", missing: "请填写：{what}", yes: "是", no: "否",
    starting: "{bot} 正在启动……", lost: "演示服务没有响应，正在重试……", typing: "{bot} 正在输入……", thinking: "{bot} 正在思考……",
    private: "只有你能看到", dismiss: "关闭这条消息", edited: "（已编辑）", used: "{who} 使用了 {command}", spoiler: "剧透：点击显示", said: "{who}，{time}", form: "表单", cancel: "取消", submit: "提交",
    "no-response": "该应用没有响应。", gone: "这条消息已经不在，或者不能再用了。", refused: "没能发送：{detail}", uploading: "正在上传……",
  },
  "zh-TW": {
    lead: "真正的機器人，跑在一個模擬的 Discord 上，什麼都不會離開這臺電腦。", places: "伺服器與頻道", people: "你是",
    language: "Discord 的語言", theme: "外觀", auto: "依照系統", dark: "深色", light: "淺色", direct: "私人訊息", open: "顯示頻道與人物", close: "關閉",
    member: "成員：提問、閱讀", admin: "管理員：還能管理文章", stranger: "陌生人：另一個伺服器的管理員", owner: "機器人的主人",
    welcome: "向文章提問", intro: "Footnote 只用社群自己的文章回答，並附上答案所在的原句。點一個問題試試：",
    ask: "想問別的：輸入 /，再選一個指令。", askDirect: "想問什麼直接寫，這裡不需要指令。",
    messages: "訊息", newer: "新訊息 ↓", write: "傳訊息到 {place}", send: "傳送", direct_hint: "私人訊息裡直接說話就行；輸入 / 可以選指令。",
    channel_hint: "輸入 / 選指令；訊息裡寫上 @{bot} 就能直接提問。", folder: "要加入文章：傳送 /footnote add，或者把檔案放進 {folder} 再傳送 /reindex。",
    commands: "指令", suggestions: "建議", leave: "回到一般訊息", optional: "選填", missing: "請填寫：{what}", yes: "是", no: "否",
    starting: "{bot} 正在啟動……", lost: "示範服務沒有回應，正在重試……", typing: "{bot} 正在輸入……", thinking: "{bot} 正在思考……",
    private: "只有你看得到", dismiss: "關閉這則訊息", edited: "（已編輯）", used: "{who} 使用了 {command}", spoiler: "劇透：按下顯示", said: "{who}，{time}", form: "表單", cancel: "取消", submit: "送出",
    "no-response": "該應用程式沒有回應。", gone: "這則訊息已經不在，或者不能再用了。", refused: "沒能傳送：{detail}", uploading: "正在上傳……",
  },
};

export function words(locale) {
  return (name, values = {}) => WORDS[locale][name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}
