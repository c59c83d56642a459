"""The words sites are made of, and how much of a clause they fill. What must not live here: whole phrases.

Sites put the same few words together in ever new ways (view + my + bookmarks), so a clause is judged by the share of
its letters that such words fill: the words alone generalise to sites that nobody looked at, as lists of
phrases do not.
"""

import functools
import re
from dataclasses import dataclass

_STRONG = """
主页 首页 登录 登陆 登入 登出 注册 注销 会员 账号 帐号 账户 密码 验证码 昵称 搜索 搜寻 热搜 导航 菜单 选单
频道 栏目 专栏 专区 专题 论坛 贴吧 博客 部落格 圈子 客服 客户端 手机版 电脑版 移动端 移动版 小程序 app 下载
安装 打开 扫码 扫一扫 扫描 二维码 长按 识别 公众号 视频号 微信 微博 朋友圈 qq facebook twitter instagram
whatsapp telegram youtube discord github 粉丝团 粉丝专页 粉丝 好友 分享 转发 转载 转贴 转录 收藏 点赞 按赞
在看 喜欢 讨厌 踩 赞 举报 检举 投诉 反馈 纠错 评论 留言 回复 回文 写回答 提问 追问 追答 赞同 关注 追踪 订阅
订户 电子报 推送 推播 赞助 广告 推广 打赏 赞赏 优惠券 优惠劵 优惠 vip 积分 充值 版权 著作权 授权 免责 声明
隐私 私隐 条款 协议 备案 备案号 icp备 京公网安备 cookies cookie 违法 不良信息 侵权 网站 本站 本网 网页 站点
快讯 网站地图 相关 延伸 推荐 热门 热点 热文 热榜 最新 精选 精彩 往期 猜你 猜您 排行榜 排行 榜单 更多 全文
原文 阅读 浏览 浏览器 人气 访问量 访客 点击 查看 展开 收起 加载 载入 返回 回到 顶部 上一篇 下一篇 上一页
下一页 字号 字体 a- a+ 打印 列印 转寄 复制 链接 连结 网址 标签 关键词 关键字 分类 目录 归档 责任编辑 责编
校对 排版 稿源 来源 发布 发表 更新 投稿 爆料 报料 热线 联系 联络 联系我们 关于我们 关于我 加入我们 友链
友情链接 无障碍 长者 繁体 简体 rss 图集 图辑 相册 相簿 听新闻 收听 播报 播放 播放器 倍速 换一换 换一批 换一组
词条 百科 邮箱 邮件 电邮 提交 取消 允许 确定 关闭 知道了 抢沙发 沙发 暂无 稿件 招聘 招商 首发 收录 看板
发信站 登录后 未登录 客户 站长 镜像 搬运 撤稿 置顶 楼主 楼层 只看 默认 免登录 使用前必读 快捷 公告 弹窗
头条号 头条 抖音 快手 小红书 知乎 豆瓣 哔哩哔哩 点我 看更多 阅读量 点击量 完整版 查看全部 大图 高清图 上图
阅读数 赞数 评论数 点赞数 收藏数 主办 承办 技术支持 手机 订阅者 订阅号 设为 星标 原创 博主 小编 编辑推荐 网友
用户 申诉 封禁 选集 书柜 书架 免责声明 服务条款 隐私政策 用户协议 广告服务 广告刊登 刊登 商务
"""
_NEUTRAL = """
我 我的 我们 你 您 你的 您的 的 了 在 到 至 给 和 与 及 或 并 请 可 可以 后 前 本 此 该 全 新 大 中 小 一 个
条 篇 次 人 第 页 文章 新闻 内容 信息 资讯 视频 图片 图 影音 音频 话题 问题 服务 中心 帮助 规则 新手 入门
任务 记录 历史 统计 次数 版本 时间 日期 排序 全部 所有 其他 其它 剩余 还 也 都 会 可能 也许 感兴趣 大家 读者
作者 官方 平台 合作 电话 今天 今日 本周 本月 本日 昨日 昨天 每日 每周 每月 累积 累计 累计访问 小时 分钟 秒 天
内 立即 马上 免费 继续 使用 模式 切换 主题 添加 加入 成为 开启 进入 点 按 上方 下方 蓝字 以下 合集 首次 即可 即
修改 阅览 编辑
审核 报告 位置 当前 现在 所在 欢迎 独家 即时 要闻 正文 页面 网络 互联网 线上 在线 滚动 更 不 未 无 有 是 没有
需 须 如 如有 若 将 由 为 于 同 意 同意 接受 经 被 从 上 下 里 用 以 之 所 这 这里 那 任何 部分 人士 公司
有限公司 股份有限公司 有限 责任 联盟 传媒 日报 科技 集团 平 标题 链 方式 邮 人数 支持 收 发 写 看 最近 近期
数量 总 总数 数 量 回 个人 资料 设置 设定 管理 政策 权 名 号 码 图标 按钮 网 站 全站 站内 全球 列表 动态 活动
精 客 参与 参观 状态 名单 文 字 头像 简介 创作者 创作 介绍 意见 建议 疑问 质疑 举办 调查 投票 问卷 答案 问答
回答 答 问 邀请 好 满意 有用 无用 有帮助 帮 帮到 向下 向上 滑动 滚 往下 左右 往 滑 轻触 图源
外部链接 大家在看 扩展阅读 注释 类似 类似问题 参考资料 在搜 参考文献 同场加映
"""
_STRONG_WORDS = """
about advertise advertisement advertisements advert ads app apps archive archives article articles bookmark
blog blogroll bookmarks byline careers cart category categories checkout click comment comments contact cookie
cookies copyright copy crossword discussion discussions disclaimer disclaimers dismiss donate download edit
email e-mail enable english events facebook faq feed feedback follow followers following joined enable disabled
forum forums footer
gallery gift github help home homepage inbox instagram javascript jump like liked likes link links linkedin
listen load loading log login logout mastodon member members membership menu meta mobile navigation newsletter
newsletters notification notifications notify pinterest play player podcast podcasts popular post posted
posts preferences press previous print privacy profile promoted recommended reddit register related replies
reply report reprints restack restacks rights rss save scroll search section sections share shared shares shop
sidebar sign signin signup sitemap skip sponsor sponsored store stories story subscribe subscribed subscriber
subscribers subscription subscriptions tag tagged tags telegram terms thread threads toggle topic topics
trending tweet twitter unsubscribe unsubscribed updated upgrade video videos views view whatsapp website
wordpress xenforo youtube account copied accessibility browser helpful cached caption contents continue discord
discover edition headlines read reader readers issue issues magazine media sphinx theme powered widget unread
browse cancel submit submitting close
"""
_NEUTRAL_WORDS = """
a all also an and any are as at back be been below but by can change community create day days for found free
from full get getting go guides has have here hide hour hours i if in into is it its join last latest leave
less main make manage min mins minute minutes more most must my new news no not now of off ok on one only open
options or other our out page pages picks please policy preview product quick recent required results
resources review see send set settings show site sites some start started statement stay still support table
take text thanks thank that the their them these this to today top up us use used user users using via want
was we week what when where which who will window with without work write written yes you your yours
conditions conduct code collection notice choices personal information sell do don't staff status team teams
business kit never again soon ready opens first ago world opinion sport sports culture politics lifestyle tech
technology science health travel food style arts books music weather date time times number size font list
lists title name address published fields bio everything anything content tip tips got editors editor editor's
wiki article's version button function paid audio image photo photos similar external responses further references
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
