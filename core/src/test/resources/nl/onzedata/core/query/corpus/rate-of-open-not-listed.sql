-- refused: JOIN-LIST
-- this pair was not agreed
SELECT a.wijk, a.n, p.inwoners FROM (SELECT wijk, COUNT(*) AS n FROM x.p GROUP BY wijk) AS a JOIN x.pop AS p ON a.wijk = p.wijk
