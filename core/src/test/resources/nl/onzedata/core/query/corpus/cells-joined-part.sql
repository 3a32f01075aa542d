-- refused: APART
-- type is not in the condition: each row finds three
SELECT a.wijk, b.type, a.n - b.n AS verschil FROM (SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, h.type) AS a JOIN (SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, h.type) AS b ON a.wijk = b.wijk
