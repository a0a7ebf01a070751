"""The words of news, whatever form they came in: what a line is, who wrote and spoke, where and in which language.

Readers ask these modules; nothing here knows of a format. Rules are named,
and what they infer says which rule it was.
"""
