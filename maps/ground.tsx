<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="ground" tilewidth="16" tileheight="16" tilecount="20" columns="10">
 <image source="ground.png" width="160" height="32"/>
 <tile id="0" type="Tile">
  <properties>
   <property name="surface" propertytype="Surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="1" type="Tile">
  <properties>
   <property name="surface" propertytype="Surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="3" type="Tile">
  <properties>
   <property name="noise" type="float" value="0.8"/>
   <property name="surface" propertytype="Surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="4" type="Tile">
  <properties>
   <property name="ash" type="bool" value="true"/>
   <property name="noise" type="float" value="0.6"/>
   <property name="surface" propertytype="Surface" value="ash"/>
  </properties>
 </tile>
 <tile id="5" type="Tile">
  <properties>
   <property name="noise" type="float" value="1.4"/>
   <property name="surface" propertytype="Surface" value="rubble"/>
  </properties>
 </tile>
 <tile id="6" type="Tile">
  <properties>
   <property name="noise" type="float" value="1.1"/>
   <property name="surface" propertytype="Surface" value="wood"/>
  </properties>
 </tile>
 <tile id="7" type="Tile">
  <properties>
   <property name="noise" type="float" value="1.1"/>
   <property name="surface" propertytype="Surface" value="tile"/>
  </properties>
 </tile>
 <tile id="8" type="Tile">
  <properties>
   <property name="noise" type="float" value="1.2"/>
   <property name="surface" propertytype="Surface" value="tile"/>
  </properties>
 </tile>
 <tile id="9" type="Tile">
  <properties>
   <property name="noise" type="float" value="1.2"/>
   <property name="surface" propertytype="Surface" value="tile"/>
  </properties>
 </tile>
 <tile id="13" type="Tile">
  <properties>
   <property name="noise" type="float" value="1.6"/>
   <property name="surface" propertytype="Surface" value="metal"/>
  </properties>
 </tile>
 <tile id="14" type="Tile">
  <properties>
   <property name="noise" type="float" value="2.2"/>
   <property name="surface" propertytype="Surface" value="glass"/>
  </properties>
 </tile>
 <tile id="15" type="Tile">
  <properties>
   <property name="void" type="bool" value="true"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="16" type="Tile">
  <properties>
   <property name="noise" type="float" value="1.3"/>
   <property name="surface" propertytype="Surface" value="water"/>
  </properties>
 </tile>
 <tile id="17" type="Tile">
  <properties>
   <property name="noise" type="float" value="0.8"/>
   <property name="surface" propertytype="Surface" value="grass"/>
  </properties>
 </tile>
 <tile id="18" type="Tile">
  <properties>
   <property name="noise" type="float" value="0.5"/>
   <property name="surface" propertytype="Surface" value="carpet"/>
  </properties>
 </tile>
 <wangsets>
  <wangset name="ground" type="corner" tile="-1">
   <wangcolor name="asphalt" color="#c85028" tile="0" probability="1"/>
   <wangcolor name="road paint" color="#50a0fa" tile="1" probability="1"/>
   <wangcolor name="sidewalk" color="#78dca0" tile="2" probability="1"/>
   <wangcolor name="dirt" color="#ffc800" tile="3" probability="1"/>
   <wangcolor name="ash" color="#9664ff" tile="4" probability="1"/>
   <wangcolor name="rough rubble" color="#64dcdc" tile="5" probability="1"/>
   <wangcolor name="planks" color="#fa78fa" tile="6" probability="1"/>
   <wangcolor name="corridor slab" color="#c8c8c8" tile="7" probability="1"/>
   <wangcolor name="white tile" color="#c85028" tile="8" probability="1"/>
   <wangcolor name="lab floor" color="#50a0fa" tile="9" probability="1"/>
   <wangcolor name="concrete" color="#78dca0" tile="10" probability="1"/>
   <wangcolor name="green roof" color="#ffc800" tile="11" probability="1"/>
   <wangcolor name="grey roof" color="#9664ff" tile="12" probability="1"/>
   <wangcolor name="metal grating" color="#64dcdc" tile="13" probability="1"/>
   <wangcolor name="glass shards" color="#fa78fa" tile="14" probability="1"/>
   <wangcolor name="void" color="#c8c8c8" tile="15" probability="1"/>
   <wangcolor name="shallow water" color="#c85028" tile="16" probability="1"/>
   <wangcolor name="dry grass" color="#50a0fa" tile="17" probability="1"/>
   <wangcolor name="carpet" color="#78dca0" tile="18" probability="1"/>
   <wangcolor name="stair" color="#ffc800" tile="19" probability="1"/>
   <wangtile tileid="0" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="1" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="2" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="3" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="4" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="5" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="6" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="7" wangid="0,8,0,8,0,8,0,8"/>
   <wangtile tileid="8" wangid="0,9,0,9,0,9,0,9"/>
   <wangtile tileid="9" wangid="0,10,0,10,0,10,0,10"/>
   <wangtile tileid="10" wangid="0,11,0,11,0,11,0,11"/>
   <wangtile tileid="11" wangid="0,12,0,12,0,12,0,12"/>
   <wangtile tileid="12" wangid="0,13,0,13,0,13,0,13"/>
   <wangtile tileid="13" wangid="0,14,0,14,0,14,0,14"/>
   <wangtile tileid="14" wangid="0,15,0,15,0,15,0,15"/>
   <wangtile tileid="15" wangid="0,16,0,16,0,16,0,16"/>
   <wangtile tileid="16" wangid="0,17,0,17,0,17,0,17"/>
   <wangtile tileid="17" wangid="0,18,0,18,0,18,0,18"/>
   <wangtile tileid="18" wangid="0,19,0,19,0,19,0,19"/>
   <wangtile tileid="19" wangid="0,20,0,20,0,20,0,20"/>
  </wangset>
 </wangsets>
</tileset>
