-- refused: JOIN-LIST
-- a person as another by the person's own key
SELECT a.wijk, COUNT(*) AS n FROM x.p AS a JOIN x.p AS b ON a.p_id = b.p_id GROUP BY a.wijk
