"""Addresses of pictures, films and sound: what a scraper leaves of them, alone on a line.

`https://example.com/ferry.jpg?w=640`, `[Imagen] https://…`, `![Ferry](…)`,
`<img src=…>`. The address of a page may be what a story shows; that of a
file that shows as a picture is not.
"""

from __future__ import annotations

import re

from converter.text.patterns import Pattern

_ADDRESS = r"(?:https?:)?//[^\s<>\"'\[\]]{4,560}|www\.[^\s<>\"'\[\]]{4,560}"
_FILE = Pattern(
    r"(?:https?:)?(?://)?[^\s/]+/(?:[^\s?#]*/)?[^\s/?#]*"
    r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic|mp4|m4v|mov|webm|m3u8|mp3|m4a|wav|ogg)"
    r"(?:[!:@;_/][\w.:;,=~%@/-]{0,80})?(?:[?#]\S{0,300})?",
)
_LABEL = (
    r"(?:Image|Images|Img|Photo|Photos|Picture|Pic|Video|Audio|Gallery|Thumbnail|Featured image|Cover|Media|Bild|"
    r"Foto|Fotos|Fotografie|Imagen|Imágenes|Imagem|Imagens|Vídeo|Fotografía|Fotografia|Immagine|Vidéo|Illustration|"
    r"Afbeelding|Bilde|Billede|Kuva|Obrázek|Obrázok|Zdjęcie|Obraz|Kép|Imagine|Slika|Resim|Fotoğraf|Görsel|Εικόνα|"
    r"Изображение|Картинка|Фото|Видео|Зображення|Світлина|Відео|Снимка|Слика|תמונה|صورة|فيديو|عکس|تصویر|चित्र|फोटो|ছবি|"
    r"图片|圖片|图|圖|视频|影片|画像|写真|動画|사진|이미지|영상|Gambar|Ảnh|ภาพ|Picha)"
)
_LABELLED = Pattern(
    rf"[\[(<【]?{_LABEL}(?: ?\d{{1,3}})?(?:[\])>】]\s?[:：]?|\s?[:：])\s*<?(?:{_ADDRESS})[\])>】]?",
    re.IGNORECASE,
)
_MARKED = Pattern(
    rf"!\[[^\]]{{0,200}}\]\(\s?(?:{_ADDRESS})(?: \"[^\"]{{0,200}}\")?\s?\)|\[img[^\]]{{0,40}}\](?:{_ADDRESS})\[/img\]|"
    rf"<(?:img|video|audio|source)\b[^<>]{{0,560}}>",
    re.IGNORECASE,
)


def is_media_address(text: str) -> bool:
    """Return whether the whole line is such an address, perhaps with its label or in the marks of a page's source."""
    bare = text.strip(" \t\xa0<>")
    if " " not in bare and bare[:1] in "hw/" and _FILE.fullmatch(bare):
        return bare.startswith(("http://", "https://", "//", "www."))
    return (_LABELLED.fullmatch(text) or _MARKED.fullmatch(text.strip(" \t\xa0"))) is not None
