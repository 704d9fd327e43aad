"""Names of columns in languages other than English, each with an English one for the same: general words, no field's.

German, French, Spanish, Portuguese, Italian, Dutch and Chinese, as sheets and lists of papers in them are found. What
is an English word of another sense is left out. Pure.
"""

from __future__ import annotations

TONGUES: dict[str, str] = {
    word: name
    for name, words in (
        ("title", "titel|titre|título|titulo|titolo|artículo|artigo|articolo|titre de l'article|标题"),
        ("paper", "论文|论文题目|论文标题|论文名称|题目|文章|文章标题"),
        ("author", "autor|autor:in|autor/in|autor*innen|autoren|verfasser|auteur|auteurs|auteur(s)"),
        ("authors", "autores|autor(es)|autora|autore|autori|作者"),
        ("year", "jahr|année|año|ano|anno|jaar|年份|年|发表年份"),
        ("date", "datum|fecha|日期|时间|发表时间"),
        ("venue", "congreso|congreso/revista|conferencia|conferência|conférence|konferenz|tagung|conferenza"),
        ("journal", "revista|zeitschrift|tijdschrift|rivista|会议|期刊|会议/期刊|期刊/会议|出处|来源|发表于|发表会议"),
        ("link", "enlace|enlaces|lien|liens|链接|论文链接|代码链接|地址"),
        ("code", "código|codice|代码|源码"),
        ("notes", "notas|anmerkung|anmerkungen|bemerkung|bemerkungen|notiz|notizen|remarques|opmerkingen"),
        ("comments", "comentarios|comentários|commentaires|commenti|kommentar|kommentare"),
        ("summary", "resumen|resumo|résumé|备注|笔记|简介|说明"),
        ("topic", "tema|thema|thème|类型|类别|主题|关键词|方向|领域"),
        ("name", "nombre|nome|nom|名称|模型|方法|数据集"),
        ("no", "nº|n°|núm|núm.|序号|编号"),
    )
    for word in words.split("|")
}
