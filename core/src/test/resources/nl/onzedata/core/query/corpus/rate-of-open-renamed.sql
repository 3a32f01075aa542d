-- refused: NAME
-- a figure that is called as a column of the open data
SELECT a.wijk, a.n AS inwoners FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a JOIN x.pop AS p ON a.wijk = p.wijk
