-- refused: JOIN-LIST
-- one role joined by a pair and asked for by another
SELECT a.wijk AS a, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS a ON v.van_id = a.woning_id WHERE v.eerder_id IN (SELECT woning_id FROM x.w WHERE huur_laag) GROUP BY a.wijk
