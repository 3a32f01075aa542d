-- uses: tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_partkey link, tpch.lineitem.l_quantity filter, tpch.part.p_brand filter, tpch.part.p_container filter, tpch.part.p_partkey link
-- joins: tpch/lineitem.l_partkey = tpch/part.p_partkey
SELECT SUM(l_extendedprice) / 7.0 AS avg_yearly
FROM tpch.lineitem, tpch.part
WHERE p_partkey = l_partkey AND p_brand = 'Brand#23' AND p_container = 'MED BOX'
  AND l_quantity < (SELECT 0.2 * AVG(l_quantity) FROM tpch.lineitem WHERE l_partkey = p_partkey)
