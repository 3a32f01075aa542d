-- refused: TOGETHER
-- the rows that are counted are a dataset of the question
SELECT w.wijk, COUNT(*) AS n FROM x.vh AS vh JOIN x.p AS p ON vh.p_id = p.p_id JOIN x.w AS w ON vh.van_id = w.woning_id WHERE p.vaak >= 3 GROUP BY w.wijk
