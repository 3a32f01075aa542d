-- refused: APART
-- a wijk has several buurten
SELECT a.wijk, a.n, p.m FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a JOIN (SELECT wijk AS w, inwoners AS m FROM x.pop) AS p ON a.n = p.m
