-- refused: *
-- NATURAL also links columns that nobody agreed to link
SELECT COUNT(*) AS n FROM x.p NATURAL JOIN x.v
