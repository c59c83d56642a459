"""The words sites are made of, and how much of a clause they fill. What must not live here: whole phrases.

Sites put the same few words together in ever new ways (view + my + bookmarks), so a clause is judged by the share of
its letters that such words fill: the words alone generalise to sites that nobody looked at, as lists of
phrases do not.
"""

import functools
import re
from dataclasses import dataclass

_STRONG = """
主页 首页 登录 登入 注册 会员 账号 帐号 昵称 搜索 搜寻 热搜 导航 选单 频道 专栏 专题 论坛 贴吧 博客 部落格 客服 客户端
手机版 移动端 app 下载 打开 扫码 扫一扫 二维码 长按 识别 公众号 微信 微博 朋友圈 qq facebook twitter instagram
whatsapp youtube discord github 粉丝团 好友 分享 转发 转载 转录 收藏 点赞 按赞 在看 喜欢 踩 赞 举报 检举 投诉 反馈
纠错 评论 留言 回复 回文 写回答 提问 追问 追答 赞同 关注 追踪 订阅 订户 电子报 推送 赞助 广告 推广 打赏 赞赏 优惠劵
vip 积分 充值 版权 著作权 授权 免责 声明 隐私 私隐 条款 协议 备案 备案号 icp备 京公网安备 cookies cookie 违法 不良信息
侵权 网站 本站 本网 网页 快讯 网站地图 相关 延伸 推荐 热门 热点 热文 最新 精选 精彩 往期 猜你 排行榜 排行 榜单 更多
全文 原文 阅读 浏览 人气 访问量 访客 点击 查看 展开 收起 载入 返回 顶部 上一篇 下一篇 下一页 字号 字体 a- a+ 打印 转寄
复制 链接 网址 标签 关键词 关键字 分类 目录 归档 责任编辑 校对 排版 稿源 来源 发布 发表 更新 投稿 报料 热线 联系 联络
联系我们 关于我们 关于我 加入我们 友链 友情链接 无障碍 长者 繁体 简体 rss 图集 图辑 相簿 听新闻 收听 播报 换一换
换一批 词条 百科 邮箱 邮件 提交 取消 允许 确定 关闭 知道了 抢沙发 暂无 稿件 招聘 招商 收录 看板 发信站 登录后 未登录
客户 镜像 楼主 只看 默认 使用前必读 公告 快手 知乎 豆瓣 点我 看更多 阅读量 大图 上图 点赞数 主办 承办 技术支持 手机
设为 星标 原创 博主 小编 网友 用户 申诉 封禁 书柜 免责声明 服务条款 隐私政策 广告服务 广告刊登 刊登 商务
"""
_NEUTRAL = """
我 我的 我们 你 您 你的 您的 的 了 在 到 至 给 和 与 及 或 并 请 可 可以 后 前 本 此 该 全 新 大 中 小 一 个 条 篇 次
人 第 页 文章 新闻 内容 信息 资讯 视频 图片 图 影音 话题 问题 服务 中心 帮助 规则 新手 入门 任务 记录 历史 统计 次数
版本 时间 日期 排序 全部 所有 其他 剩余 还 也 都 会 可能 也许 感兴趣 大家 读者 作者 官方 平台 合作 电话 今天 今日 本周
本日 昨天 每日 每月 累积 小时 分钟 秒 天 内 立即 马上 免费 继续 使用 模式 切换 主题 添加 加入 成为 开启 进入 点 按
上方 蓝字 以下 合集 首次 即可 即 修改 阅览 编辑 审核 报告 位置 当前 现在 欢迎 独家 即时 要闻 正文 页面 网络 互联网
在线 滚动 更 不 未 无 有 是 没有 需 须 如 如有 将 由 为 于 同 意 同意 接受 经 被 从 上 下 里 用 以 之 所 这 这里 那
任何 部分 人士 公司 有限公司 股份有限公司 有限 责任 联盟 传媒 日报 科技 集团 平 标题 链 方式 邮 人数 支持 收 发 写 看
最近 近期 数量 总 数 量 回 个人 资料 设置 设定 管理 政策 权 名 号 码 图标 按钮 网 站 全站 全球 列表 动态 活动 精 客
参与 参观 状态 名单 文 字 头像 简介 创作者 创作 介绍 意见 建议 疑问 质疑 举办 调查 投票 答案 问答 回答 答 问 邀请 好
满意 有用 帮 向上 滑动 往下 左右 往 滑 轻触 图源 大家在看 类似 类似问题 参考资料 在搜 同场加映
"""
_STRONG_WORDS = """
about advertise advertisement app archives article articles blog blogroll careers categories click comment comments
contact cookie cookies copyright copy crossword discussion discussions disclaimer disclaimers download edit email
e-mail enable events facebook feed feedback follow followers joined disabled forums github help home inbox instagram
javascript jump like liked likes link links linkedin listen load loading log member menu meta mobile navigation
newsletter newsletters notify pinterest podcast podcasts popular post posted posts preferences press previous print
privacy recommended reddit register related replies reply report reprints restacks rights rss save search section
sections share shop sign skip sponsored store stories story subscribe subscribers subscriptions tagged tags terms
thread threads toggle topic topics trending tweet twitter unsubscribe updated upgrade video views view whatsapp
website wordpress xenforo youtube account accessibility browser helpful cached contents discord discover edition
read reader issue magazine media sphinx theme powered submit submitting close
"""
_NEUTRAL_WORDS = """
a all also an and are as at be below by can community day for free from full get getting go guides have here hour
hours i if in is it its join last latest leave main manage min minute minutes more most must my new news no not now
of off on one only open or our page picks please policy recent required resources see settings site start started
statement support table take text thanks thank that the them this to top up us use used user using via was we week
what when which who will window with work write written yes you your conduct code collection notice choices personal
information sell do staff status teams business kit never again ready opens first ago world opinion sport sports
culture lifestyle technology science travel arts books date time size list lists title name address published fields
bio anything content tip tips got editor version paid image photo similar external responses references
"""
_OF_SITES = frozenset((_STRONG + _STRONG_WORDS).split())
_LATIN = frozenset((_STRONG_WORDS + _NEUTRAL_WORDS + "app qq vip").split())
_HAN = frozenset((_STRONG + _NEUTRAL).split())
_WORD = re.compile("|".join(sorted(map(re.escape, _HAN), key=len, reverse=True)) + "|[a-z][a-z'-]*|[^\\W\\d_]")


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The share of a clause's letters in words of sites, that in words only sites need, and these words."""

    share: float
    strong_share: float
    strong: frozenset[str]


@functools.lru_cache(maxsize=4_096)
def site_words(folded: str) -> SiteWords:
    """Return what of a folded clause or line is words of sites."""
    words = _WORD.findall(folded)
    letters = max(1, sum(map(len, words)))
    filled = [word for word in words if word in (_LATIN if word.isascii() and len(word) > 1 else _HAN)]
    strong = [word for word in words if word in _OF_SITES]
    return SiteWords(sum(map(len, filled)) / letters, sum(map(len, strong)) / letters, frozenset(strong))
